import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ProbationClock } from "@/lib/features/admissions/rules/probation";

/** What is left of a probation, the reminder that has been reached, and once it is over, until when the branch considers it. */
export function ClockWords({ clock }: { clock: ProbationClock | null }) {
  const t = useTranslations("admissions.clock");
  const format = useFormat();
  if (!clock) return <>{t("unknown")}</>;
  const { daysLeft, reminder, considerBy, isLate } = clock;
  if (daysLeft < 0) {
    return (
      <>
        <Tag tone={isLate ? "err" : "warn"}>{isLate ? t("late") : t("over", { days: -daysLeft })}</Tag>{" "}
        {t("considerBy", { day: format.day(considerBy) })}
      </>
    );
  }
  return (
    <>
      {t("left", { days: daysLeft })}
      {reminder !== null && (
        <>
          {" "}
          <Tag tone={reminder <= 30 ? "warn" : "info"}>{t("reminder", { days: reminder })}</Tag>
        </>
      )}
    </>
  );
}
