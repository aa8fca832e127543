import type { Obstacle } from "@/lib/core/obstacle";
import { memberListInput } from "@/lib/features/members/schema";

/** How many views one person keeps; more would be no shorter than the filters themselves. */
export const MOST_VIEWS = 20;

/** What stands in the way of one view more. */
export function newViewObstacle(own: number): Obstacle | null {
  return own < MOST_VIEWS ? null : { reason: "savedViews.errors.tooMany", params: { most: MOST_VIEWS } };
}

/** A view as the trail tells it: its name, whether it is shared, and each filter under the name that the list has for it. */
export function toldView({ name, isShared, list }: { name: string; isShared: boolean; list: string }) {
  const {
    sort: _sort,
    size: _size,
    page: _page,
    cols: _cols,
    ...filters
  } = memberListInput.parse(Object.fromEntries(new URLSearchParams(list)));
  return { name, isShared, ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) };
}
