import { day } from "@/lib/core/day";
import { confirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { BadgeParameters } from "@/lib/features/rule-sets/schema";

const shared: Omit<BadgeParameters, "milestoneYears"> = {
  earlyMonths: confirmed(
    [
      { fromYears: 30, months: 12 },
      { fromYears: 70, months: 24 },
    ],
    null,
  ),
  posthumousMonths: confirmed(12, null),
  awardDays: confirmed(["02-03", "05-19", "09-02", "11-07"], null),
};

/** After how many years of Party age a badge is given. */
export const badgeRules = [
  {
    kind: "BADGE",
    code: "badge-2022",
    document: "HD 12-HD/BTCTW",
    startsOn: day("2022-01-18"),
    endsOn: day("2025-09-29"),
    datesCertainty: "INFERRED",
    parameters: {
      milestoneYears: confirmed([30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90], null),
      ...shared,
    },
  },
  {
    kind: "BADGE",
    code: "badge-2025",
    document: "HD 38-HD/BTCTW",
    startsOn: day("2025-09-29"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: {
      milestoneYears: confirmed([30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95], "HD 38-HD/BTCTW"),
      ...shared,
    },
  },
] as const;
