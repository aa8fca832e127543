import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RetentionView } from "@/components/reports/retention-view";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { EmptyState } from "@/components/ui/states";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { findRetention } from "@/lib/features/reports/queries/find-retention";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("retention.title") };
}

export default async function RetentionPage() {
  const actor = await requireActor();
  const [retention, register, t, { locale }] = await Promise.all([
    onPage(findRetention(actor)),
    onPage(getRegister(actor)),
    getTranslations("reports.retention"),
    readPreferences(),
  ]);
  if (retention === null) forbidden();
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={t("title")}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={{ href: "/reports/roll", label: t("back") }}
        actions={<PrintButton />}
      />
      {retention === "NO_RULES" ? (
        <EmptyState title={t("noRules")} explain={t("noRulesExplain")}>
          <ButtonLink href="/ratings/rules">{t("toRules")}</ButtonLink>
        </EmptyState>
      ) : (
        <RetentionView retention={retention} />
      )}
    </div>
  );
}
