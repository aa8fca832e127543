import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanNotices } from "@/components/assignments/plan-notices";
import { DashboardView } from "@/components/dashboard/dashboard-view";
import { PressingWork } from "@/components/dashboard/pressing-work";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { Tabs } from "@/components/ui/tabs";
import type { Actor } from "@/lib/core/actor";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { countProbationMarks } from "@/lib/features/admissions/queries/list-probations";
import { listPlanNotices } from "@/lib/features/assignments/queries/list-notices";
import { findDashboard } from "@/lib/features/dashboard/queries/year-figures";
import { countTermsToRenew } from "@/lib/features/organization/queries/branch-terms";
import { listOverdueTasks } from "@/lib/features/tasks/queries/list-tasks";
import { listOverdueDifficulties } from "@/lib/features/visits/queries/list-difficulties";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("places.dashboard") };
}

export default async function DashboardPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const typed = textIn(await searchParams, "year");
  const asked = /^\d{4}$/.test(typed) ? Number(typed) : null;
  const [dashboard, pressing, t, { locale }] = await Promise.all([
    onPage(findDashboard(actor, asked)),
    asked === null || asked === yearOf(actor.today) ? pressingWork(actor) : null,
    getTranslations("dashboard"),
    readPreferences(),
  ]);
  if (!dashboard) forbidden();
  const format = formatIn(locale);
  const title = t("title", { year: String(dashboard.year) });
  const current = dashboard.offered.find((one) => one.year === dashboard.year)?.href ?? "";
  return (
    <div className="print-landscape grid grid-cols-1 gap-4 print:gap-2 print:text-[9.5pt] print:leading-tight">
      <PrintHeader
        bodyName={dashboard.bodyName ?? ""}
        title={title}
        filter={t("asOf", { day: format.day(dashboard.on) })}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader title={title} lead={t("asOf", { day: format.day(dashboard.on) })} actions={<PrintButton />} />
      <Tabs
        label={t("years")}
        tabs={dashboard.offered.map(({ year, href }) => ({ href, label: String(year) }))}
        current={current}
      />
      {pressing}
      <ClientMessages namespaces={["dashboard"]}>
        <DashboardView dashboard={dashboard} />
      </ClientMessages>
    </div>
  );
}

/* What cannot wait is of today: it stands above the first page and the running year, not above a year that is over. */
async function pressingWork(actor: Actor) {
  const [notices, marks, terms, difficulties, tasks] = await Promise.all([
    onPage(listPlanNotices(actor)),
    onPage(countProbationMarks(actor)),
    onPage(countTermsToRenew(actor)),
    onPage(listOverdueDifficulties(actor)),
    onPage(listOverdueTasks(actor)),
  ]);
  return (
    <>
      <PlanNotices {...notices} />
      <PressingWork marks={marks} terms={terms} difficulties={difficulties} tasks={tasks} />
    </>
  );
}
