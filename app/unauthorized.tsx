import { getTranslations } from "next-intl/server";
import { FullPageState } from "@/components/shared/full-page-state";
import { ButtonLink } from "@/components/ui/button";
import { readPreferences } from "@/lib/core/i18n/read-preferences";

export default async function Unauthorized() {
  const [t, common, preferences] = await Promise.all([
    getTranslations("errors.pages"),
    getTranslations("common"),
    readPreferences(),
  ]);
  return (
    <FullPageState
      bodyName={common("productName")}
      preferences={preferences}
      title={t("unauthorized.title")}
      explain={t("unauthorized.explain")}
    >
      <div>
        <ButtonLink href="/sign-in" tone="primary">
          {t("unauthorized.signIn")}
        </ButtonLink>
      </div>
    </FullPageState>
  );
}
