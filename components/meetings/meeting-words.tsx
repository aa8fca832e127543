import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { MeetingState, Presence } from "@/lib/core/db/generated/enums";
import type { MonthState } from "@/lib/features/meetings/rules";

const stateTones: Record<MeetingState, Tone> = { DRAFT: "draft", SENT: "info", SIGNED: "ok" };
const presenceTones: Record<Presence, Tone> = { PRESENT: "ok", ABSENT_EXCUSED: "warn", ABSENT_UNEXCUSED: "err" };
const monthTones: Record<MonthState, Tone> = {
  HELD: "ok",
  PLANNED: "info",
  MISSING: "warn",
  AHEAD: "neutral",
  OUTSIDE: "neutral",
};

/** How far the minutes are. */
export function StateTag({ state }: { state: MeetingState }) {
  const t = useTranslations("meetings.states");
  return <Tag tone={stateTones[state]}>{t(state)}</Tag>;
}

/** How somebody came. */
export function PresenceTag({ presence }: { presence: Presence }) {
  const t = useTranslations("meetings.presences");
  return <Tag tone={presenceTones[presence]}>{t(presence)}</Tag>;
}

/** Where a branch is with the meeting of a month. */
export function MonthTag({ state }: { state: MonthState }) {
  const t = useTranslations("meetings.monthStates");
  return <Tag tone={monthTones[state]}>{t(state)}</Tag>;
}
