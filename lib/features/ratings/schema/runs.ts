import type { RatingLevel } from "@/lib/core/db/generated/enums";

/** The levels of which several years in a row have a consequence. */
export const RUN_LEVELS = ["EXCELLENT", "FAILED"] as const satisfies readonly RatingLevel[];
export type RunLevel = (typeof RUN_LEVELS)[number];
