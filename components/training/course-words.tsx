import { useTranslations } from "next-intl";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { Tag, type Tone } from "@/components/ui/tag";
import type { CourseResult } from "@/lib/core/db/generated/enums";
import type { ResultCounts } from "@/lib/features/training/rules/courses";
import type { ShownPeople } from "@/lib/features/training/schema/courses";

const tones: Record<CourseResult, Tone> = { ATTENDING: "info", PASSED: "ok", NOT_PASSED: "warn" };

/** How a course ended for somebody. */
export function ResultTag({ result }: { result: CourseResult }) {
  const t = useTranslations("training.results");
  return <Tag tone={tones[result]}>{t(result)}</Tag>;
}

/** The figures of a course or a year, each of which opens the names behind it. */
export function ResultCards({ counts, hrefOf }: { counts: ResultCounts; hrefOf: (show: ShownPeople) => string }) {
  const t = useTranslations("training.figures");
  return (
    <StatCards>
      <StatCard value={counts.people} label={t("people")} href={hrefOf("ALL")} />
      <StatCard value={counts.passed} label={t("passed")} href={hrefOf("PASSED")} />
      <StatCard value={counts.attending} label={t("attending")} href={hrefOf("ATTENDING")} />
      <StatCard value={counts.notPassed} label={t("notPassed")} href={hrefOf("NOT_PASSED")} />
    </StatCards>
  );
}
