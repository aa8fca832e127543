import { addDays, addMonths, type Day, daysBetween, firstDayOfYear, typedForm, yearOf } from "@/lib/core/day";
import { type Interval, isInForceOn, overlaps } from "@/lib/core/day/interval";
import type { MeetingKind, MeetingState, Presence } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { MemberActivity, MemberStage } from "@/lib/features/organization/rules";

/** A member of the branch on the day of a meeting. */
export type MemberThatDay = {
  readonly memberId: string;
  readonly name: string;
  readonly stage: MemberStage;
  readonly activity: MemberActivity;
  readonly isAwayTemporarily: boolean;
};

/** CALLED: counts in the roll. EXEMPT: need not come, named where they came. NOT_CALLED: suspended, or active elsewhere. */
export type Standing = "CALLED" | "EXEMPT" | "NOT_CALLED";

/** How a member stands in the roll of that day. */
export function standingOf(member: Pick<MemberThatDay, "activity" | "isAwayTemporarily">): Standing {
  if (member.activity === "SUSPENDED" || member.isAwayTemporarily) return "NOT_CALLED";
  return member.activity === "EXEMPT" ? "EXEMPT" : "CALLED";
}

/** The twelve months of a year, each by its first day. */
export function monthsOf(year: number): Day[] {
  return Array.from({ length: 12 }, (_, place) => addMonths(firstDayOfYear(year), place));
}

/** A month as forms and sentences write it, `03/2022`. */
export function typedMonth(monthOn: Day): string {
  return typedForm(monthOn).slice(3);
}

/** What a meeting is judged by. `other` is the monthly meeting that the branch already has for the month. */
export type MeetingFacts = {
  readonly branch: Interval & { readonly name: string };
  readonly other: { readonly heldOn: Day } | null;
  readonly members: readonly MemberThatDay[];
};

/**
 * Why the branch cannot meet like this: not in force that day, a second monthly meeting for the month, or a chair or writer
 * who is no member of the branch on the day it is held.
 */
export function meetingObstacle(
  input: {
    readonly kind: MeetingKind;
    readonly monthOn: Day;
    readonly heldOn: Day;
    readonly chairId: string;
    readonly writerId: string;
  },
  { branch, other, members }: MeetingFacts,
): Obstacle | null {
  const on = typedForm(input.heldOn);
  if (!isInForceOn(branch, input.heldOn)) {
    return { reason: "meetings.errors.branchNotInForce", params: { branch: branch.name, on }, field: "heldOn" };
  }
  if (input.kind === "MONTHLY" && other) {
    const params = { branch: branch.name, month: typedMonth(input.monthOn), on: typedForm(other.heldOn) };
    return { reason: "meetings.errors.secondMonthly", params, field: "monthOn" };
  }
  const isThere = (id: string) => members.some((one) => one.memberId === id && standingOf(one) !== "NOT_CALLED");
  for (const field of ["chairId", "writerId"] as const) {
    if (!isThere(input[field])) return { reason: "meetings.errors.notThatDay", params: { on }, field };
  }
  return null;
}

/** One line of a roll. */
export type RollLine = { readonly memberId: string; readonly presence: Presence };

/**
 * Why this roll cannot be of that day: the day has not come, it names somebody who is no member of the branch on it, has an
 * exempt member absent, or says nothing of somebody who was called.
 */
export function rollObstacle(
  roll: readonly RollLine[],
  members: readonly MemberThatDay[],
  { heldOn, today }: { readonly heldOn: Day; readonly today: Day },
): Obstacle | null {
  const on = typedForm(heldOn);
  if (heldOn > today) return { reason: "meetings.errors.notYetHeld", params: { on } };
  for (const line of roll) {
    const member = members.find((one) => one.memberId === line.memberId);
    const standing = member && standingOf(member);
    if (!member || standing === "NOT_CALLED") return { reason: "meetings.errors.strangerInRoll", params: { on } };
    if (standing === "EXEMPT" && line.presence !== "PRESENT") {
      return { reason: "meetings.errors.exemptAbsent", params: { name: member.name }, field: `at-${member.memberId}` };
    }
  }
  const unsaid = members.filter(
    (one) => standingOf(one) === "CALLED" && !roll.some((line) => line.memberId === one.memberId),
  );
  const [first] = unsaid;
  if (!first) return null;
  const params = { count: unsaid.length, name: first.name };
  return { reason: "meetings.errors.unsaid", params, field: `at-${first.memberId}` };
}

/** How many were called, and how they came. Exempt members who came are counted apart: present and called never mix them in. */
export type RollCounts = {
  readonly called: number;
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly exempt: number;
};

/** The figures of a roll. `called` is always present + excused + unexcused. */
export function countRoll(roll: readonly { readonly presence: Presence; readonly isExempt: boolean }[]): RollCounts {
  const called = roll.filter((line) => !line.isExempt);
  const count = (presence: Presence) => called.filter((line) => line.presence === presence).length;
  return {
    called: called.length,
    present: count("PRESENT"),
    excused: count("ABSENT_EXCUSED"),
    unexcused: count("ABSENT_UNEXCUSED"),
    exempt: roll.length - called.length,
  };
}

/** HELD, PLANNED for a day to come, MISSING though the month is over, AHEAD, or OUTSIDE of the branch's own days. */
export type MonthState = "HELD" | "PLANNED" | "MISSING" | "AHEAD" | "OUTSIDE";

/** Where a branch is with the monthly meeting of a month. */
export function monthState(
  monthOn: Day,
  branch: Interval,
  { monthly, today }: { readonly monthly: { readonly heldOn: Day } | null; readonly today: Day },
): MonthState {
  if (monthly) return monthly.heldOn <= today ? "HELD" : "PLANNED";
  const after = addMonths(monthOn, 1);
  if (!overlaps(branch, { startsOn: monthOn, endsOn: after })) return "OUTSIDE";
  return addDays(after, -1) < today ? "MISSING" : "AHEAD";
}

/** One item of the agenda as far as votes go; all three numbers, or none where nothing was voted on. */
export type VotedItem = {
  readonly position: number;
  readonly yes: number | null;
  readonly no: number | null;
  readonly other: number | null;
};

/** How many of those present have a vote: official members, the exempt ones who came among them. */
export function votersPresent(roll: readonly { readonly presence: Presence; readonly isOfficial: boolean }[]): number {
  return roll.filter((line) => line.presence === "PRESENT" && line.isOfficial).length;
}

/** Why these votes cannot be true: a number is missing, the roll has not been called, or they are not those present with a vote. */
export function votesObstacle(items: readonly VotedItem[], voters: number): Obstacle | null {
  for (const { position, yes, no, other } of items) {
    const given = [yes, no, other].filter((count) => count !== null);
    if (given.length === 0) continue;
    const field = `yes-${position}`;
    if (given.length < 3) return { reason: "meetings.errors.votesPartly", params: { position }, field };
    if (voters === 0) return { reason: "meetings.errors.rollBeforeVotes", params: { position }, field };
    const cast = given.reduce((sum, count) => sum + count, 0);
    if (cast !== voters)
      return { reason: "meetings.errors.votesNotPresent", params: { position, cast, voters }, field };
  }
  return null;
}

/** Why this account cannot write the text: another one has the pen, and it has not been taken over. */
export function penObstacle(
  pen: { readonly penId: string | null; readonly penName: string | null },
  accountId: string | null,
): Obstacle | null {
  if (pen.penId === null || pen.penId === accountId) return null;
  return { reason: "meetings.errors.otherPen", params: { name: pen.penName ?? "" } };
}

/** What the minutes say, of the whole or of an item. */
type Said = { readonly opinions?: string | null; readonly conclusion: string | null };

/** Why the minutes cannot be sent: sent before, no roll, or an agenda of which nothing is said. The rest is the roll's and the votes'. */
export function sendObstacle(
  meeting: Said & { readonly state: MeetingState },
  roll: readonly RollLine[],
  items: readonly Said[],
): Obstacle | null {
  if (meeting.state !== "DRAFT") return { reason: "meetings.errors.alreadySent" };
  if (roll.length === 0) return { reason: "meetings.errors.noRoll" };
  const isSaid = [meeting, ...items].some(({ opinions, conclusion }) => Boolean(opinions || conclusion));
  return isSaid ? null : { reason: "meetings.errors.noText" };
}

/** Why nothing can be added to the minutes: while they are a draft the text itself is written. */
export function addendumObstacle(state: MeetingState): Obstacle | null {
  return state === "DRAFT" ? { reason: "meetings.errors.stillDraft" } : null;
}

/** Why the minutes cannot change: they have been sent. */
export function draftObstacle(state: MeetingState): Obstacle | null {
  return state === "DRAFT" ? null : { reason: "meetings.errors.locked" };
}

/** Why minutes cannot be signed on that day: not sent yet, signed already, before the meeting or in the future. */
export function signObstacle(
  meeting: { readonly state: MeetingState; readonly heldOn: Day },
  signedOn: Day,
  today: Day,
): Obstacle | null {
  if (meeting.state !== "SENT") {
    return { reason: meeting.state === "DRAFT" ? "meetings.errors.notSent" : "meetings.errors.alreadySigned" };
  }
  if (signedOn < meeting.heldOn) {
    return { reason: "meetings.errors.signedBefore", params: { on: typedForm(meeting.heldOn) }, field: "signedOn" };
  }
  return signedOn > today ? { reason: "meetings.errors.signedAhead", field: "signedOn" } : null;
}

/** Why nobody can be invited to it any more: the day is over, or its minutes have been sent. */
export function inviteObstacle(
  meeting: { readonly state: MeetingState; readonly heldOn: Day },
  today: Day,
): Obstacle | null {
  if (meeting.state !== "DRAFT") return draftObstacle(meeting.state);
  return meeting.heldOn < today
    ? { reason: "meetings.errors.heldBefore", params: { on: typedForm(meeting.heldOn) } }
    : null;
}

/** Whether an invitation of that day leaves fewer days than the rules ask for. */
export function isShortNotice(invitedOn: Day, heldOn: Day, noticeDays: number): boolean {
  return daysBetween(invitedOn, heldOn) < noticeDays;
}

/** The month that a branch meets for next: the one after its last monthly meeting, or the running one where it has none. */
export function nextMonth(last: { readonly monthOn: Day } | null, today: Day): Day {
  return last ? addMonths(last.monthOn, 1) : addDays(today, 1 - Number(today.slice(8)));
}

/** The day a branch meets on for that month: the same date as the last time, the last of the month where it is shorter. */
export function dayFor(monthOn: Day, last: { readonly monthOn: Day; readonly heldOn: Day }): Day {
  const count = (of: Day) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
  return addMonths(last.heldOn, count(monthOn) - count(last.monthOn));
}

/** The year of meetings that opens unasked: this one, unless nobody has met since the year before it began. */
export function usualYear(lastMonthOn: Day | null, today: Day): number {
  const current = yearOf(today);
  return lastMonthOn !== null && yearOf(lastMonthOn) < current - 1 ? yearOf(lastMonthOn) : current;
}
