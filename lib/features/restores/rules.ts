import type { ActorRole } from "@/lib/core/actor";
import type { Obstacle } from "@/lib/core/obstacle";

type Ends = { readonly acceptedAt: Date | null; readonly supersededAt: Date | null };

/** Where a restored state stands. */
export type RestoreState = "PENDING" | "ACCEPTED" | "SUPERSEDED";

/** Where a restored state stands, by how it ended. */
export function restoreState({ acceptedAt, supersededAt }: Ends): RestoreState {
  if (acceptedAt) return "ACCEPTED";
  return supersededAt ? "SUPERSEDED" : "PENDING";
}

/** Why a state is not accepted by somebody with these roles: who administers may be who restored it (SOD-13). */
export function handObstacle(roles: readonly ActorRole[]): Obstacle | null {
  return roles.includes("ADMIN") ? { reason: "restores.errors.administrator" } : null;
}

/** Why a state cannot be accepted any more. */
export function pendingObstacle(restore: Ends): Obstacle | null {
  const state = restoreState(restore);
  if (state === "PENDING") return null;
  return { reason: state === "ACCEPTED" ? "restores.errors.acceptedBefore" : "restores.errors.superseded" };
}

/** How many entries of the audit the replaced state had beyond the backup; null where that is not known. */
export function lostEntries({ auditSeq, beforeSeq }: { auditSeq: bigint; beforeSeq: bigint | null }): number | null {
  return beforeSeq === null ? null : Math.max(0, Number(beforeSeq - auditSeq));
}
