import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Which branches' meetings the actor reads: all, or those of the own branches and of the branches in charge. */
export function visibleMeetings(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "meeting", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "meeting", "read") };
}

/** Whether there is any meeting for this actor to read. */
export function canListMeetings(actor: Rights): boolean {
  const reach = visibleMeetings(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor reads the meetings of that branch. */
export function canReadMeetings(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "meeting", "read", branchId);
}

/** Whether the actor may open a meeting of that branch. */
export function canOpenMeeting(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "meeting", "create", branchId);
}

/** Whether the actor keeps the minutes of that branch, or, without one, of the committee's bodies: the roll, the text, sending and the signature. */
export function canKeepMinutes(actor: Rights, branchId: string | null): boolean {
  if (branchId === null) return reachesRegister(actor, "bodyMeeting", "update");
  return reachesBranch(actor, "meeting", "update", branchId);
}

/** Whether the actor reads all meetings of the committee's bodies; others read those of bodies in which they sat that day. */
export function canReadBodyMeetings(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "bodyMeeting", "read");
}

/** Whether the actor may open a meeting of a body of the committee. */
export function canOpenBodyMeeting(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "bodyMeeting", "create");
}

/** Whether the actor reads when and where that branch usually meets. */
export function canReadMeetingDay(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "meetingDay", "read", branchId);
}

/** Whether the actor fixes when and where that branch meets. */
export function canKeepMeetingDay(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "meetingDay", "update", branchId);
}

/** Whether the actor scores the meetings of that branch and so proposes their grade. */
export function canScoreMeeting(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "meetingScore", "update", branchId);
}

/** Whether the actor decides the grade of meetings. */
export function canGradeMeetings(actor: Rights): boolean {
  return reachesRegister(actor, "meetingScore", "confirm");
}
