import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { MeetingBody, MeetingState, Presence } from "@/lib/core/db/generated/enums";
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

/** How far the minutes are; those of a body of the committee are sent to nobody, but closed. */
export function StateTag({ state, ofBody = false }: { state: MeetingState; ofBody?: boolean }) {
  const t = useTranslations("meetings");
  return <Tag tone={stateTones[state]}>{t(ofBody ? `bodies.states.${state}` : `states.${state}`)}</Tag>;
}

/** Who holds a meeting: a branch by its name, or a body of the committee. */
export type Holder =
  | { readonly branch: string; readonly body: null }
  | { readonly branch: null; readonly body: MeetingBody };

/** The name of who holds a meeting, in words of the namespace `meetings`. */
export function holderName(holder: Holder, t: (key: `bodies.names.${MeetingBody}`) => string): string {
  return holder.body === null ? holder.branch : t(`bodies.names.${holder.body}`);
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
