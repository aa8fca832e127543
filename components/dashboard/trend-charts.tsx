import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ChartLevel } from "@/components/ui/stack-segments";
import { StackedBar, type StackedRow } from "@/components/ui/stacked-bar";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TrendPart, TrendTally, TrendYear } from "@/lib/features/dashboard/rules/trend";

const colours: Record<TrendPart["key"], ChartLevel> = {
  EXCELLENT: "excellent",
  GOOD: "good",
  GOOD_OR_BETTER: "good",
  COMPLETED: "completed",
  BELOW_GOOD: "completed",
  FAILED: "failed",
};

/** Ratings of all years as bars of 100 %, counts printed, with the line that the committee set itself. */
export function TrendCharts({ trend }: { trend: readonly TrendYear[] }) {
  const t = useTranslations("dashboard");
  const ofMembers = trend.flatMap(({ year, members }) => (members ? [{ year, tally: members }] : []));
  const ofBranches = trend.flatMap(({ year, branches }) => (branches ? [{ year, tally: branches }] : []));
  if (ofMembers.length + ofBranches.length === 0) return <Card>{t("noRatings")}</Card>;
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2 print:hidden">
      <TallyCard title={t("memberRatings")} note="memberNote" years={ofMembers} />
      <TallyCard title={t("branchRatings")} note="branchNote" years={ofBranches} />
    </div>
  );
}

type YearTally = { year: number; tally: TrendTally };

type TallyCardProps = { title: string; note: "memberNote" | "branchNote"; years: readonly YearTally[] };

function TallyCard({ title, note, years }: TallyCardProps) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  if (years.length === 0) return null;
  const word = (key: TrendPart["key"]) => {
    if (key === "GOOD_OR_BETTER") return t("goodOrBetter");
    return key === "BELOW_GOOD" ? t("belowGood") : t(`levelLabels.${key}`);
  };
  const rows = years.map(
    ({ year, tally: { share, parts, target } }): StackedRow => ({
      id: String(year),
      label: String(year),
      parts: parts.map(({ key, count, href }) => ({
        level: colours[key],
        label: word(key),
        value: count,
        href: href ?? undefined,
      })),
      note: t(note, { share: format.share(share.numerator, share.denominator) }),
      target: target === null ? undefined : target / 1000,
    }),
  );
  return (
    <Card>
      <StackedBar title={title} rows={rows} itemHeader={t("year")} />
    </Card>
  );
}
