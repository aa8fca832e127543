import type { TargetKind } from "@/lib/core/db/generated/enums";

/** A target as it is typed: tenths of a percent as "90,5", a number of events as it is. */
export function typedTarget(kind: TargetKind, value: number): string {
  if (kind === "INSPECTIONS" || value % 10 === 0) return String(kind === "INSPECTIONS" ? value : value / 10);
  return `${Math.floor(value / 10)},${value % 10}`;
}
