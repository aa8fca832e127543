import { z } from "zod";
import { count, dayField, id, optionalDay, optionalText, version } from "@/lib/core/fields";

export const openBranchTermInput = z.strictObject({
  branchId: id(),
  number: count(1, 200),
  congressOn: dayField(),
  startsOn: dayField(),
  lastDay: optionalDay(),
  decisionNumber: optionalText(60),
});
export type OpenBranchTermInput = z.output<typeof openBranchTermInput>;

export const moveBranchTermEndInput = z.strictObject({
  id: id(),
  version: version(),
  lastDay: dayField(),
  decisionNumber: optionalText(60),
});
export type MoveBranchTermEndInput = z.output<typeof moveBranchTermEndInput>;

/** How a branch stands with its term on a day: none yet, none any more, one that ends within the reminder, or one that runs. */
export const termStandings = ["NONE", "OVER", "ENDING", "RUNNING"] as const;
export type TermStanding = (typeof termStandings)[number];
