import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportScreen } from "@/components/inspections/report-screen";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { lastDayOfYear } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getInspectionReport } from "@/lib/features/inspections/queries/get-inspection-report";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections.report"))("name") };
}

export default async function InspectionReportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = inspectionFilter.shape.year.parse(textIn(await searchParams, "year"));
  const report = await onPage(getInspectionReport(actor, asked));
  const { year } = report;
  const [register, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, lastDayOfYear(year))),
    getTranslations("inspections.report"),
    readPreferences(),
  ]);
  const title = t("title", { year: String(year) });
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("lead")}
        back={{ href: addressOf("/inspections", { year }), label: t("back", { year: String(year) }) }}
        actions={<PrintButton />}
      />
      <ReportScreen report={report} />
    </div>
  );
}
