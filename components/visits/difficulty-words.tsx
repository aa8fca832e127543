import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { DifficultyLine } from "@/lib/features/visits/queries/list-difficulties";
import type { DifficultyStanding } from "@/lib/features/visits/schema";

const tones: Record<DifficultyStanding, Tone> = {
  WAITING: "draft",
  IN_HAND: "info",
  OVERDUE: "err",
  SOLVED_IN_TIME: "ok",
  SOLVED_LATE: "warn",
  DECLINED: "neutral",
};

/** Where a difficulty stands, and for how long it is overdue. */
export function StandingTag({ standing, daysOverdue }: Pick<DifficultyLine, "standing" | "daysOverdue">) {
  const t = useTranslations("difficulties");
  const word = daysOverdue > 0 ? t("overdueFor", { days: daysOverdue }) : t(`standings.${standing}`);
  return <Tag tone={tones[standing]}>{word}</Tag>;
}
