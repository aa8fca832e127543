import type { InspectionState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** Why nobody keeps out of the case any more: it is concluded, and what its circle did stands. */
export function declareRecusalObstacle(state: InspectionState): Obstacle | null {
  return state === "CONCLUDED" ? { reason: "inspections.errors.alreadyConcluded" } : null;
}

/** Why a declaration cannot be lifted: the case is concluded, or somebody has lifted it. */
export function liftRecusalObstacle(
  state: InspectionState,
  recusal: { readonly liftedAt: Date | null },
): Obstacle | null {
  if (state === "CONCLUDED") return { reason: "inspections.errors.alreadyConcluded" };
  return recusal.liftedAt === null ? null : { reason: "inspectionDuties.errors.recusalLifted" };
}
