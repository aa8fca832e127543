import type { TargetKind } from "@/lib/core/db/generated/enums";

/** How many more have to be good or better until a target in tenths of a percent of the rated is reached; 0 where it is. */
export function shortOfTarget(
  tally: { readonly goodOrBetter: number; readonly rated: number },
  tenths: number,
): number {
  return Math.max(0, Math.ceil((tally.rated * tenths) / 1000) - tally.goodOrBetter);
}

/** A target as it is typed: tenths of a percent as "90,5", a number of events as it is. */
export function typedTarget(kind: TargetKind, value: number): string {
  if (kind === "INSPECTIONS" || value % 10 === 0) return String(kind === "INSPECTIONS" ? value : value / 10);
  return `${Math.floor(value / 10)},${value % 10}`;
}
