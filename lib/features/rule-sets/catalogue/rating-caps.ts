import { confirmed, inferred, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

const HD_21 = "HD 21-HD/BTCTW";

/** The cap on members rated excellent, as HD 21 has it. */
export const capOfHd21: RatingParameters["memberCap"] = {
  share: confirmed({ numerator: 20, denominator: 100 }, HD_21),
  base: inferred("GOOD_ONLY", HD_21),
  scope: confirmed("PARTY_COMMITTEE", HD_21),
  rounding: inferred("FLOOR", null),
  overCap: inferred("BLOCK", null),
};

/** The cap on branches rated excellent, which no source that was read confirms. */
export const unconfirmedBranchCap: RatingParameters["branchCap"] = {
  share: unconfirmed({ numerator: 20, denominator: 100 }, null),
  base: unconfirmed("GOOD_ONLY", null),
  rounding: inferred("FLOOR", null),
  overCap: inferred("BLOCK", null),
};
