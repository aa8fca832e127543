import { z } from "zod";

/** What posts can require. */
export const requirements = ["COMMITTEE_THEORY", "BRANCH_COURSE", "HEAD_SCHOOLING"] as const;

/** Which of the holders of a post are shown. */
export const gapLists = ["ALL", "MEETING", "LACKING"] as const;
export type GapList = (typeof gapLists)[number];

/** Whose list of which requirement is shown instead of those who lack it; what cannot be read changes nothing. */
export const gapFilter = z.object({
  of: z.enum(requirements).nullable().catch(null),
  show: z.enum(gapLists).catch("LACKING"),
});
export type GapFilter = z.output<typeof gapFilter>;
