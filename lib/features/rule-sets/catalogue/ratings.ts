import { day } from "@/lib/core/day";
import type { Entry } from "@/lib/features/rule-sets/catalogue/entry";
import { capOfHd21, unconfirmedBranchCap } from "@/lib/features/rule-sets/catalogue/rating-caps";
import { review2019, review2023, review2025 } from "@/lib/features/rule-sets/catalogue/reviews";
import { confirmed, inferred, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

const QD_132 = "QĐ 132-QĐ/TW";
const HD_21 = "HD 21-HD/BTCTW";
const QD_366 = "QĐ 366-QĐ/TW";

/* Quarters are aimed at who leads (of one local rule); where no quarter is rated it says nothing. */
const quarters: Pick<RatingParameters, "quarterlyFor"> = { quarterlyFor: singleSource("LEADERS", null) };

/* What follows several years of one level; no version is known to differ in it. */
const runs = { excellentYears: singleSource(5, null), failedYears: unconfirmed(2, null) };

/** How members, branches and the committee are reviewed and rated. */
export const ratingRules: readonly Entry<"RATING", RatingParameters>[] = [
  {
    kind: "RATING",
    code: "rating-2019",
    document: `${QD_132}; ${HD_21}`,
    startsOn: day("2019-10-18"),
    endsOn: day("2023-10-04"),
    datesCertainty: "INFERRED",
    parameters: {
      memberCap: capOfHd21,
      branchCap: unconfirmedBranchCap,
      memberMinimumMonths: confirmed(6, HD_21),
      branchMinimumMonths: confirmed(6, HD_21),
      newMember: confirmed("SELF_REVIEW_ONLY", HD_21),
      exemptRated: confirmed(false, HD_21),
      suspendedRated: confirmed(false, HD_21),
      transferCommentMonths: unconfirmed(6, null),
      decisionDay: unconfirmed(["12-31"], null),
      ...runs,
      quarterly: inferred(false, null),
      ...quarters,
      scoreFloors: null,
      ...review2019,
    },
  },
  {
    kind: "RATING",
    code: "rating-2023",
    document: "QĐ 124-QĐ/TW; HD 25-HD/BTCTW",
    startsOn: day("2023-10-04"),
    endsOn: day("2025-08-30"),
    datesCertainty: "INFERRED",
    parameters: {
      memberCap: {
        share: unconfirmed({ numerator: 20, denominator: 100 }, null),
        base: unconfirmed("GOOD_ONLY", null),
        scope: unconfirmed("PARTY_COMMITTEE", null),
        rounding: inferred("FLOOR", null),
        overCap: inferred("BLOCK", null),
      },
      branchCap: unconfirmedBranchCap,
      memberMinimumMonths: unconfirmed(6, null),
      branchMinimumMonths: unconfirmed(6, null),
      newMember: unconfirmed("SELF_REVIEW_ONLY", null),
      exemptRated: unconfirmed(false, null),
      suspendedRated: unconfirmed(false, null),
      transferCommentMonths: unconfirmed(6, null),
      decisionDay: unconfirmed(["12-31"], null),
      ...runs,
      quarterly: confirmed(false, "QĐ 124-QĐ/TW"),
      ...quarters,
      scoreFloors: null,
      ...review2023,
    },
  },
  {
    kind: "RATING",
    code: "rating-2025",
    document: `${QD_366}; HD 43-HD/BTCTW`,
    startsOn: day("2025-08-30"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: {
      memberCap: {
        share: singleSource({ numerator: 20, denominator: 100 }, null),
        base: unconfirmed("GOOD_ONLY", null),
        scope: unconfirmed("PARTY_COMMITTEE", null),
        rounding: inferred("FLOOR", null),
        overCap: inferred("BLOCK", null),
      },
      branchCap: unconfirmedBranchCap,
      memberMinimumMonths: singleSource(6, null),
      branchMinimumMonths: unconfirmed(6, null),
      newMember: singleSource("OUTSIDE_REVIEW", null),
      exemptRated: confirmed(false, null),
      suspendedRated: confirmed(false, null),
      transferCommentMonths: singleSource(6, null),
      decisionDay: unconfirmed(["12-31"], null),
      ...runs,
      quarterly: confirmed(true, QD_366),
      ...quarters,
      scoreFloors: singleSource({ excellent: 90, good: 70, completed: 50 }, `${QD_366}, 11`),
      ...review2025,
    },
  },
];
