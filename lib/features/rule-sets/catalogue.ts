import { type Day, day } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import { badgeRules } from "@/lib/features/rule-sets/catalogue/badges";
import {
  charter2021,
  charter2025,
  charterApril2026,
  charterJuly2026,
} from "@/lib/features/rule-sets/catalogue/charter";
import { meetingRules } from "@/lib/features/rule-sets/catalogue/meetings";
import { membership2022, membership2025 } from "@/lib/features/rule-sets/catalogue/membership";
import { planningRules } from "@/lib/features/rule-sets/catalogue/planning";
import { capOfHd21, unconfirmedBranchCap } from "@/lib/features/rule-sets/catalogue/rating-caps";
import { retention2026 } from "@/lib/features/rule-sets/catalogue/retention";
import { confirmed, inferred, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import { termRules } from "@/lib/features/rule-sets/catalogue/terms";
import { trainingRules } from "@/lib/features/rule-sets/catalogue/training";
import type {
  BadgeParameters,
  Certainty,
  CharterParameters,
  DisciplineParameters,
  MeetingParameters,
  MembershipParameters,
  PlanningParameters,
  RatingParameters,
  RetentionParameters,
  TermParameters,
  TrainingParameters,
} from "@/lib/features/rule-sets/schema";

type Entry<Kind extends string, Parameters> = Interval & {
  readonly kind: Kind;
  /** Stable name, unique in the catalogue; never reused for other values. */
  readonly code: string;
  /** Numbers of the documents, as data. */
  readonly document: string;
  /** How sure `startsOn` and `endsOn` are; they are the days of the documents. */
  readonly datesCertainty: Certainty;
  readonly parameters: Parameters;
};

/** A dated version of a rule of the Party, as shipped; each register holds its own copy. */
export type CatalogueEntry =
  | Entry<"RATING", RatingParameters>
  | Entry<"BADGE", BadgeParameters>
  | Entry<"DISCIPLINE", DisciplineParameters>
  | Entry<"CHARTER", CharterParameters>
  | Entry<"MEMBERSHIP", MembershipParameters>
  | Entry<"RETENTION", RetentionParameters>
  | Entry<"TERM", TermParameters>
  | Entry<"MEETING", MeetingParameters>
  | Entry<"TRAINING", TrainingParameters>
  | Entry<"PLANNING", PlanningParameters>;

const QD_132 = "QĐ 132-QĐ/TW";
const HD_21 = "HD 21-HD/BTCTW";
const QD_366 = "QĐ 366-QĐ/TW";
const QD_69 = "QĐ 69-QĐ/TW";

/** Every rule set the product ships, oldest first within a kind; no two of one kind are in force on the same day. */
export const catalogue: readonly CatalogueEntry[] = [
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
      quarterly: inferred(false, null),
      scoreFloors: null,
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
      quarterly: confirmed(false, "QĐ 124-QĐ/TW"),
      scoreFloors: null,
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
      quarterly: confirmed(true, QD_366),
      scoreFloors: singleSource({ excellent: 90, good: 70, completed: 50 }, `${QD_366}, 11`),
    },
  },
  ...badgeRules,
  {
    kind: "DISCIPLINE",
    code: "discipline-2022",
    document: QD_69,
    startsOn: day("2022-07-06"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: {
      organizationLimitationMonths: singleSource({ reprimand: 60, warning: 120 }, `${QD_69}, 4`),
      memberLimitationMonths: singleSource({ reprimand: 60, warning: 120, dismissal: 120 }, `${QD_69}, 4`),
      effectMonths: confirmed(12, `${QD_69}, 2`),
    },
  },
  {
    kind: "CHARTER",
    code: "charter-2021",
    document: "QĐ 24-QĐ/TW; HD 01-HD/TW",
    startsOn: day("2021-07-30"),
    endsOn: day("2025-07-01"),
    datesCertainty: "INFERRED",
    parameters: charter2021,
  },
  {
    kind: "CHARTER",
    code: "charter-2025",
    document: "QĐ 294-QĐ/TW; HD 06-HD/TW",
    startsOn: day("2025-07-01"),
    endsOn: day("2026-04-08"),
    datesCertainty: "CONFIRMED",
    parameters: charter2025,
  },
  {
    kind: "CHARTER",
    code: "charter-2026-04",
    document: "QĐ 20-QĐ/TW; HD 01-HD/TW",
    startsOn: day("2026-04-08"),
    endsOn: day("2026-07-26"),
    datesCertainty: "INFERRED",
    parameters: charterApril2026,
  },
  {
    kind: "CHARTER",
    code: "charter-2026-07",
    document: "QĐ 208-QĐ/TW; HD 01-HD/TW",
    startsOn: day("2026-07-26"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: charterJuly2026,
  },
  {
    kind: "MEMBERSHIP",
    code: "membership-2022",
    document: "HD 12-HD/BTCTW",
    startsOn: day("2022-01-18"),
    endsOn: day("2025-09-29"),
    datesCertainty: "INFERRED",
    parameters: membership2022,
  },
  {
    kind: "MEMBERSHIP",
    code: "membership-2025",
    document: "HD 38-HD/BTCTW",
    startsOn: day("2025-09-29"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: membership2025,
  },
  {
    kind: "RETENTION",
    code: "retention-2026",
    document: "91/2025/QH15",
    startsOn: day("2026-01-01"),
    endsOn: null,
    datesCertainty: "CONFIRMED",
    parameters: retention2026,
  },
  ...termRules,
  ...meetingRules,
  ...trainingRules,
  ...planningRules,
];

/** The rule set of that kind in force on that day; null where the catalogue reaches not so far back. */
export function catalogueEntryOn<Kind extends CatalogueEntry["kind"]>(
  kind: Kind,
  on: Day,
): Extract<CatalogueEntry, { kind: Kind }> | null {
  const isOfKind = (entry: CatalogueEntry): entry is Extract<CatalogueEntry, { kind: Kind }> => entry.kind === kind;
  return catalogue.filter(isOfKind).find((entry) => isInForceOn(entry, on)) ?? null;
}
