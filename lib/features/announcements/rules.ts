import type { Obstacle } from "@/lib/core/obstacle";

/** Why an announcement cannot be posted like this: to some branches, and none is chosen or one is not there. */
export function postObstacle(
  { reach, branches }: { readonly reach: "ALL" | "SOME"; readonly branches: readonly string[] },
  found: number,
): Obstacle | null {
  if (reach === "ALL") return null;
  if (branches.length === 0) return { reason: "announcements.errors.chooseBranches", field: "branches" };
  return found < branches.length ? { reason: "announcements.errors.branchGone", field: "branches" } : null;
}

/** Why nothing can be said or withdrawn any more: it was withdrawn. */
export function openObstacle({ withdrawnAt }: { readonly withdrawnAt: Date | null }): Obstacle | null {
  return withdrawnAt === null ? null : { reason: "announcements.errors.withdrawn" };
}

/** Why a comment cannot be hidden: it is hidden already. */
export function hideObstacle({ hiddenAt }: { readonly hiddenAt: Date | null }): Obstacle | null {
  return hiddenAt === null ? null : { reason: "announcements.errors.hiddenBefore" };
}
