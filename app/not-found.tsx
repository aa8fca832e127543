import { getTranslations } from "next-intl/server";
import { FullPageState } from "@/components/shared/full-page-state";
import { ButtonLink } from "@/components/ui/button";
import { readPreferences } from "@/lib/core/i18n/read-preferences";

export default async function NotFound() {
  const [t, common, preferences] = await Promise.all([
    getTranslations("errors.pages"),
    getTranslations("common"),
    readPreferences(),
  ]);
  return (
    <FullPageState
      bodyName={common("productName")}
      preferences={preferences}
      title={t("notFound.title")}
      explain={t("notFound.explain")}
    >
      <div>
        <ButtonLink href="/" tone="primary">
          {t("home")}
        </ButtonLink>
      </div>
    </FullPageState>
  );
}
