import { useTranslations } from "next-intl";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ReminderFacts } from "@/lib/features/month-work/queries/get-month-work";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

/* What waits of a round is called by its year or quarter. */
const OF_PERIODS: readonly WorkLine["kind"][] = ["RATINGS_TO_RECORD", "RATINGS_TO_CONFIRM", "DEADLINES_TO_CONFIRM"];

/** How a line of work is said, and a reminder. */
export function useWorkWords() {
  const t = useTranslations("monthWork");
  const format = useFormat();
  return {
    reminder: (reminder: ReminderFacts | null) => {
      if (!reminder) return t("branches.never");
      const { on, way, by, note } = reminder;
      const told = t("branches.last", { day: format.day(on), way: t(`ways.${way}`), name: by });
      return note ? `${told}: ${note}` : told;
    },
    line: ({ kind, branch, name, on, count }: WorkLine) =>
      t(`lines.${kind}`, {
        branch: branch ?? "",
        name: OF_PERIODS.includes(kind) ? format.yearOrQuarter(ratingPeriod(name ?? "")) : (name ?? ""),
        hasName: name === null ? "no" : "yes",
        hasDay: on === null ? "no" : "yes",
        day: on ? format.day(on) : t("noDay"),
        month: on ? format.day(on).slice(3) : "",
        count: count ?? 0,
      }),
  };
}
