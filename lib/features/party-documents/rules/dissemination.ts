import { type Day, daysBetween, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { DocumentAudience, Presence } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { DisseminationStanding } from "@/lib/features/party-documents/schema";

/** When a branch passed a paper on, and until when it was to. */
export type PassingDays = { readonly passedOn: Day | null; readonly deadlineOn: Day | null };

/** How far a branch is with a paper on a day; the deadline's own day is in time. */
export function standingOn({ passedOn, deadlineOn }: PassingDays, on: Day): DisseminationStanding {
  if (passedOn !== null) return deadlineOn !== null && passedOn > deadlineOn ? "PASSED_LATE" : "PASSED_ON";
  return deadlineOn !== null && on > deadlineOn ? "OVERDUE" : "OPEN";
}

/** For whom a paper is: for all branches, or for those that it names. */
export type PaperAddress = {
  readonly audience: DocumentAudience;
  readonly branches: readonly { readonly branchId: string }[];
};

/** Whether a paper is for that branch. */
export function isForBranch({ audience, branches }: PaperAddress, branchId: string): boolean {
  return audience === "ALL_BRANCHES" || branches.some((one) => one.branchId === branchId);
}

/** Whether a branch is asked on a day to pass on a paper of another: it was in force on both. */
export function isAskedOn(branch: Interval, issuedOn: Day, on: Day): boolean {
  return isInForceOn(branch, issuedOn) && isInForceOn(branch, on);
}

/** For how many days a paper that a branch has not passed on is past its deadline; 0 where it is not. */
export function daysOverdue(days: PassingDays, on: Day): number {
  if (days.deadlineOn === null || standingOn(days, on) !== "OVERDUE") return 0;
  return daysBetween(days.deadlineOn, on);
}

/** The day from which branches can pass a paper on: that of the paper itself. */
export type PassedMeeting = { readonly heldOn: Day; readonly isCalled: boolean };

/** Why a paper was not passed on at that meeting: held before the paper was issued, still to come, or without a roll that says who was there. */
export function passingObstacle(meeting: PassedMeeting, issuedOn: Day, today: Day): Obstacle | null {
  const on = typedForm(meeting.heldOn);
  if (meeting.heldOn > today) {
    return { reason: "partyDocuments.errors.meetingAhead", params: { on }, field: "meetingId" };
  }
  if (meeting.heldOn < issuedOn) {
    return {
      reason: "partyDocuments.errors.meetingBefore",
      params: { on, issued: typedForm(issuedOn) },
      field: "meetingId",
    };
  }
  return meeting.isCalled ? null : { reason: "partyDocuments.errors.noRoll", params: { on }, field: "meetingId" };
}

/** Who was there and who was not, of those called; exempt ones need not come. */
export function splitRoll<Line extends { readonly presence: Presence; readonly isExempt: boolean }>(
  roll: readonly Line[],
): { present: number; absent: Line[] } {
  return {
    present: roll.filter(({ presence, isExempt }) => presence === "PRESENT" && !isExempt).length,
    absent: roll.filter(({ presence, isExempt }) => presence !== "PRESENT" && !isExempt),
  };
}
