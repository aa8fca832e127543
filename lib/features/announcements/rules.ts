import type { Obstacle } from "@/lib/core/obstacle";

/** Why an announcement cannot be posted like this: one of the branches chosen is not there (any more). */
export function postObstacle(asked: readonly string[], found: number): Obstacle | null {
  return found < asked.length ? { reason: "announcements.errors.branchGone", field: "branches" } : null;
}

/** Why nothing can be said or withdrawn any more: it was withdrawn. */
export function openObstacle({ withdrawnAt }: { readonly withdrawnAt: Date | null }): Obstacle | null {
  return withdrawnAt === null ? null : { reason: "announcements.errors.withdrawn" };
}

/** Why a comment cannot be hidden: it is hidden already. */
export function hideObstacle({ hiddenAt }: { readonly hiddenAt: Date | null }): Obstacle | null {
  return hiddenAt === null ? null : { reason: "announcements.errors.hiddenBefore" };
}
