import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { NotRatedReason, RatingLevel } from "@/lib/core/db/generated/enums";
import type { Step } from "@/lib/features/ratings/queries/round-rows";

/** The tone of each level; the word says it, the colour repeats it. */
export const levelTones: Readonly<Record<RatingLevel | "NOT_RATED", Tone>> = {
  EXCELLENT: "ok",
  GOOD: "info",
  COMPLETED: "neutral",
  FAILED: "warn",
  NOT_RATED: "draft",
};

/** The tone of each step. */
export const stepTones: Readonly<Record<Step, Tone>> = {
  NONE: "draft",
  PROPOSED: "info",
  RECORDED: "warn",
  DECIDED: "ok",
};

type LevelTagProps = { level: RatingLevel | null; notRatedReason?: NotRatedReason | null };

/** A level in words, "not rated" with its reason beside it, or a dash. */
export function LevelTag({ level, notRatedReason = null }: LevelTagProps) {
  const t = useTranslations("ratings");
  if (level !== null) return <Tag tone={levelTones[level]}>{t(`levels.${level}`)}</Tag>;
  if (notRatedReason === null) return "–";
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Tag tone={levelTones.NOT_RATED}>{t("notRated")}</Tag>
      <span>{t(`reasons.${notRatedReason}`)}</span>
    </span>
  );
}

/** Where a rating stands, in words. */
export function StepTag({ step, waits }: { step: Step; waits: boolean }) {
  const t = useTranslations("ratings");
  if (waits) return <Tag tone="warn">{t("waits")}</Tag>;
  return <Tag tone={stepTones[step]}>{t(`steps.${step}`)}</Tag>;
}
