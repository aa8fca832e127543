import { useTranslations } from "next-intl";
import { BranchCards } from "@/components/dashboard/branch-cards";
import { CardGroups } from "@/components/dashboard/card-groups";
import { ParagraphView } from "@/components/dashboard/paragraph-view";
import { TrendCharts } from "@/components/dashboard/trend-charts";
import { TrendTable } from "@/components/dashboard/trend-table";
import { BarChart } from "@/components/ui/bar-chart";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { Dashboard } from "@/lib/features/dashboard/queries/year-figures";

/** A year: the reader's own branches first, the paragraph, the numbers, the charts. */
export function DashboardView({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  if (dashboard.isEmpty) {
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
      <BranchCards title={t("own")} branches={dashboard.own} />
      <BranchCards title={t("inCharge")} branches={dashboard.inCharge} />
      <ParagraphView year={dashboard.year} sentences={dashboard.paragraph} />
      <CardGroups groups={dashboard.groups} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2 print:grid-cols-2 print:gap-2">
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
