import type { BulkEditState, BulkOutcome } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** How many members one bulk edit takes at most: what a person can still look through on the check page. */
export const MOST_MEMBERS = 500;

/** How long a bulk edit can be taken back, and how long a prepared one can be carried out. */
export const BULK_HOURS = 24;

/** What becomes of a member's record: it is changed, or left out because it has the value, is not the editor's, or the member has left. */
export function bulkOutcome(
  member: { readonly branchId: string | null; readonly before: string | null },
  value: string,
  may: "MAY_EDIT" | "MAY_NOT",
): Extract<BulkOutcome, "CHANGE" | "SAME" | "NOT_YOURS" | "LEFT"> {
  if (member.branchId === null) return "LEFT";
  if (may === "MAY_NOT") return "NOT_YOURS";
  return member.before === value ? "SAME" : "CHANGE";
}

/** Why so many cannot be edited at once: nobody, or more than can be looked through. */
export function sizeObstacle(members: number): Obstacle | null {
  if (members === 0) return { reason: "bulkEdits.errors.nobody", field: "members" };
  return members > MOST_MEMBERS ? { reason: "bulkEdits.errors.tooMany", params: { most: MOST_MEMBERS } } : null;
}

/** Why a bulk edit is not worth preparing: nobody's record would change. */
export function prepareObstacle(outcomes: readonly BulkOutcome[]): Obstacle | null {
  return outcomes.includes("CHANGE") ? null : { reason: "bulkEdits.errors.changesNothing" };
}

/** Why a prepared bulk edit cannot be carried out: it was already, its day is over, or somebody has edited its members since. */
export function carryOutObstacle(
  edit: { readonly state: BulkEditState; readonly preparedAt: Date },
  changed: readonly string[],
  now: Date,
): Obstacle | null {
  if (edit.state !== "PREPARED") return { reason: "bulkEdits.errors.over" };
  if (hoursSince(edit.preparedAt, now) >= BULK_HOURS) return { reason: "bulkEdits.errors.tooOld" };
  return changed.length === 0 ? null : { reason: "bulkEdits.errors.changedSince", params: named(changed) };
}

/** Why a bulk edit cannot be taken back: not done, taken back already, its time is over, or all its members were edited since. */
export function undoObstacle(
  edit: { readonly state: BulkEditState; readonly undoEndsAt: Date | null },
  restorable: number,
  now: Date,
): Obstacle | null {
  if (edit.state === "UNDONE") return { reason: "bulkEdits.errors.undone" };
  if (edit.state !== "DONE" || edit.undoEndsAt === null) return { reason: "bulkEdits.errors.notDone" };
  if (edit.undoEndsAt <= now) return { reason: "bulkEdits.errors.undoOver" };
  return restorable === 0 ? { reason: "bulkEdits.errors.nothingToRestore" } : null;
}

const HOUR = 3_600_000;

function hoursSince(moment: Date, now: Date): number {
  return (now.getTime() - moment.getTime()) / HOUR;
}

function named(names: readonly string[]): { names: string; count: number } {
  return { names: names.slice(0, 10).join(", "), count: names.length };
}
