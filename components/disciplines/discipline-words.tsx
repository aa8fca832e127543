import { useTranslations } from "next-intl";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { Tag, type Tone } from "@/components/ui/tag";
import { addDays, type Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DisciplineStanding } from "@/lib/features/disciplines/queries/list-disciplines";
import type { Certainty } from "@/lib/features/rule-sets/schema";

const tones: Record<DisciplineStanding, Tone> = {
  WAITING: "warn",
  WITHDRAWN: "neutral",
  REPLACED: "neutral",
  IN_EFFECT: "err",
  ENDED: "ok",
  ANNULLED: "ok",
};

/** How a decision stands, in a few words. */
export function StandingTag({ standing }: { standing: DisciplineStanding }) {
  const t = useTranslations("disciplines.standings");
  return <Tag tone={tones[standing]}>{t(standing)}</Tag>;
}

/** The last day on which a decision has effect, or that it does not end by itself, or not while a complaint is open. */
export function LastDay({ of: { endsOn, isHeld } }: { of: { endsOn: Day | null; isHeld: boolean } }) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  if (isHeld) return t("held");
  return endsOn === null ? t("neverEnds") : format.day(addDays(endsOn, -1));
}

/** What a rule says, with its source and how sure it is. */
export function Sourced({
  text,
  citation,
  certainty,
}: {
  text: string;
  citation: string | null;
  certainty: Certainty;
}) {
  const t = useTranslations("disciplines.view");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {text}
      {citation && <span className="text-ink-2">{t("source", { source: citation })}</span>}
      <CertaintyTag certainty={certainty} />
    </span>
  );
}
