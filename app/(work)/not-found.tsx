import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";

export default async function NotFound() {
  const t = await getTranslations("errors.pages");
  return (
    <div className="grid gap-4">
      <PageHeader title={t("notFound.title")} lead={t("notFound.explain")} />
      <div>
        <ButtonLink href="/" tone="primary">
          {t("home")}
        </ButtonLink>
      </div>
    </div>
  );
}
