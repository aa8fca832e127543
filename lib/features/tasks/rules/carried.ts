import type { Day } from "@/lib/core/day";
import type { MeetingKind, TaskStepKind } from "@/lib/core/db/generated/enums";
import { type CarriedDays, isCarriedTo } from "@/lib/features/tasks/rules/task";

/** A step as minutes know it; `recordedOn` is the day it was written down, `deadlineOn` the deadline it set. */
export type KnownStep = {
  readonly kind: TaskStepKind;
  readonly takenOn: Day;
  readonly text: string;
  readonly deadlineOn: Day | null;
  readonly meetingId: string | null;
  readonly recordedOn: Day;
};

/** A meeting that tasks are carried over to; once its minutes have been sent, what is written down later is not in them. */
export type CarryingMeeting = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly heldOn: Day;
  readonly sentOn: Day | null;
};

/** What had last been said of a task, and in which words: not done and why, done and still to be accepted, returned, or closed. */
export type LastSaid = { readonly as: "NOT_DONE" | "WAITING" | "RETURNED" | "CLOSED"; readonly text: string };

/** How a task stood when the branch met: its deadline, what had last been said of it, and what the meeting found. */
export type CarriedState = {
  readonly deadlineOn: Day;
  readonly last: LastSaid | null;
  readonly judged: { readonly kind: TaskStepKind; readonly text: string } | null;
};

/**
 * How a task stood when the branch met, by its steps in the order they were written down; null where it does not stand on the
 * meeting. What the meeting has judged stands on it, also where its day or kind was put right afterwards.
 */
export function carriedState(
  { givenOn, closedOn, steps }: CarriedDays & { readonly steps: readonly KnownStep[] },
  { id, kind, heldOn, sentOn }: CarryingMeeting,
): CarriedState | null {
  const known = steps.filter((step) => sentOn === null || step.recordedOn <= sentOn);
  /* No step follows the one that closes a task. */
  const closing = closedOn === null ? null : steps.at(-1);
  const isClosed = closing !== null && known.at(-1) === closing;
  const judged = known.find((step) => step.meetingId === id) ?? null;
  const isCarried = kind === "MONTHLY" && isCarriedTo({ givenOn, closedOn: isClosed ? closedOn : null }, heldOn);
  if (!isCarried && judged === null) return null;
  const then = known.filter((step) => step.kind === "GIVEN" || step.takenOn <= heldOn || step === judged);
  const deadlineOn = then.flatMap((step) => step.deadlineOn ?? []).at(-1);
  if (deadlineOn === undefined) return null;
  const said = then.findLast((step) => step.deadlineOn === null);
  const last = said ? { as: said === closing ? ("CLOSED" as const) : saidAs(said.kind), text: said.text } : null;
  return { deadlineOn, last, judged: judged && { kind: judged.kind, text: judged.text } };
}

function saidAs(kind: TaskStepKind): LastSaid["as"] {
  if (kind === "REPORTED_DONE") return "WAITING";
  return kind === "RETURNED" ? "RETURNED" : "NOT_DONE";
}
