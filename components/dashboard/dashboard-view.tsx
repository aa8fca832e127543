"use client";

import { useTranslations } from "next-intl";
import { BranchCards } from "@/components/dashboard/branch-cards";
import { CardGroups } from "@/components/dashboard/card-groups";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { ParagraphView } from "@/components/dashboard/paragraph-view";
import { TrendCharts } from "@/components/dashboard/trend-charts";
import { TrendTable } from "@/components/dashboard/trend-table";
import { BarChart } from "@/components/ui/bar-chart";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { Dashboard } from "@/lib/features/dashboard/queries/year-figures";

/* On paper the three stand side by side, small enough for one sheet. */
const figuresLayout = [
  "grid grid-cols-1 gap-4 xl:grid-cols-2 print:grid-cols-[1.35fr_1fr_1.1fr] print:gap-4",
  "print:[&_.card]:border-0 print:[&_.card]:p-0 print:[&_.bars]:gap-0 print:[&_.bars_a]:min-h-0 print:[&_.bars_a]:min-w-0",
  "print:[&_.bars>li]:grid-cols-[1fr_3.5rem_1.5rem] print:[&_.bars_svg]:h-2 print:[&_figure]:gap-1",
  "print:[&_.table]:text-[8.5pt]! print:[&_.table_:is(th,td)]:px-1! print:[&_.table_:is(th,td)]:py-0.5!",
].join(" ");

/**
 * A year: the reader's own branches first, the paragraph, the numbers, the charts. A client component, drawn on the server
 * like any other, so that a page carries its figures and not every element of it a second time.
 */
export function DashboardView({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const { firstSteps } = dashboard;
  if (dashboard.isEmpty) {
    if (firstSteps.length > 0) return <FirstSteps steps={firstSteps} />;
    return (
      <EmptyState title={t("empty")} explain={t("emptyExplain")}>
        <ButtonLink href="/branches">{t("toBranches")}</ButtonLink>
      </EmptyState>
    );
  }
  const bars = dashboard.branches.map((branch) => ({
    id: branch.id,
    label: branch.name,
    value: branch.members,
    href: branch.membersHref ?? undefined,
  }));
  return (
    <>
      {firstSteps.length > 0 && <FirstSteps steps={firstSteps} />}
      <BranchCards title={t("own")} branches={dashboard.own} />
      <BranchCards title={t("inCharge")} branches={dashboard.inCharge} />
      <ParagraphView year={dashboard.year} sentences={dashboard.paragraph} />
      <div className={figuresLayout}>
        <div className="xl:col-span-2 print:col-span-1">
          <CardGroups groups={dashboard.groups} />
        </div>
        {bars.length > 1 && (
          <Card>
            <BarChart
              title={t("membersByBranch", { day: format.day(dashboard.on) })}
              bars={bars}
              itemHeader={t("branch")}
              valueHeader={t("members")}
            />
          </Card>
        )}
        <TrendTable trend={dashboard.trend} />
      </div>
      <TrendCharts trend={dashboard.trend} />
    </>
  );
}
