import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";

export default async function Forbidden() {
  const t = await getTranslations("errors.pages");
  return (
    <div className="grid gap-4">
      <PageHeader title={t("forbidden.title")} lead={t("forbidden.explain")} />
      <div>
        <ButtonLink href="/" tone="primary">
          {t("home")}
        </ButtonLink>
      </div>
    </div>
  );
}
