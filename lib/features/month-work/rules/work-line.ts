import type { Day } from "@/lib/core/day";
import type { WorkKind } from "@/lib/features/month-work/schema";

/**
 * One thing that is open, and the screen that closes it. `on` is the day it is about: the month's first, the day of a meeting, a
 * deadline, the last day of something that ends.
 */
export type WorkLine = {
  readonly kind: WorkKind;
  readonly branchId: string | null;
  readonly branch: string | null;
  readonly name: string | null;
  readonly on: Day | null;
  readonly count: number | null;
  readonly isLate: boolean;
  readonly href: string;
};

/** What a line says nothing of, unless it is said. */
export const NOBODY = { branchId: null, branch: null, name: null, on: null, count: null, isLate: false };
