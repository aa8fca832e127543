import type { ImportState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** How long a finished import can be taken back. */
export const UNDO_HOURS = 24;

/** Why a run wrote nothing where it would change a period that has been closed: its form asks for the reason. */
export const CLOSED_PERIOD = "imports.errors.closedPeriod";

/** How many rows came out how. */
export type OutcomeCounts = Readonly<
  Record<"ADD" | "UPDATE" | "SAME" | "SKIP" | "DECIDE" | "REPAIR" | "FOREIGN", number>
>;

/** Why columns can no longer be matched, or rows decided: the import runs, is over, or was given up. */
export function openObstacle(state: ImportState): Obstacle | null {
  if (state === "STAGED" || state === "CHECKED" || state === "REJECTED") return null;
  return { reason: state === "RUNNING" ? "imports.errors.running" : "imports.errors.over" };
}

/** Why an import cannot be carried out: not checked, rejected, undecided rows, or nothing that it would change. */
export function confirmObstacle(state: ImportState, counts: OutcomeCounts): Obstacle | null {
  const open = openObstacle(state);
  if (open) return open;
  if (state === "REJECTED") return { reason: "imports.errors.rejected" };
  if (state === "STAGED") return { reason: "imports.errors.notChecked" };
  if (counts.DECIDE > 0) return { reason: "imports.errors.undecided", params: { count: counts.DECIDE } };
  return counts.ADD + counts.UPDATE === 0 ? { reason: "imports.errors.changesNothing" } : null;
}

/** Why an import cannot be taken back: not done, taken back already, its time is over, or somebody has built on it. */
export function undoObstacle(
  of: { readonly state: ImportState; readonly undoEndsAt: Date | null },
  changed: readonly string[],
  now: Date,
): Obstacle | null {
  if (of.state === "UNDONE") return { reason: "imports.errors.undone" };
  if (of.state !== "DONE" || of.undoEndsAt === null) return { reason: "imports.errors.notDone" };
  if (of.undoEndsAt <= now) return { reason: "imports.errors.undoOver" };
  if (changed.length === 0) return null;
  const names = changed.slice(0, 5).join(", ");
  return { reason: "imports.errors.builtOn", params: { names, count: changed.length } };
}
