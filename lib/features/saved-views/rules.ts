import type { Obstacle } from "@/lib/core/obstacle";

/** How many views one person keeps; more would be no shorter than the filters themselves. */
export const MOST_VIEWS = 20;

/** What stands in the way of one view more. */
export function newViewObstacle(own: number): Obstacle | null {
  return own < MOST_VIEWS ? null : { reason: "savedViews.errors.tooMany", params: { most: MOST_VIEWS } };
}
