import { type Day, day } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import { badgeRules } from "@/lib/features/rule-sets/catalogue/badges";
import {
  charter2021,
  charter2025,
  charterApril2026,
  charterJuly2026,
} from "@/lib/features/rule-sets/catalogue/charter";
import { disciplineRules } from "@/lib/features/rule-sets/catalogue/discipline";
import type { Entry } from "@/lib/features/rule-sets/catalogue/entry";
import { inspectionRules } from "@/lib/features/rule-sets/catalogue/inspections";
import { meetingRules } from "@/lib/features/rule-sets/catalogue/meetings";
import { membership2022, membership2025 } from "@/lib/features/rule-sets/catalogue/membership";
import { planningRules } from "@/lib/features/rule-sets/catalogue/planning";
import { ratingRules } from "@/lib/features/rule-sets/catalogue/ratings";
import { retention2026 } from "@/lib/features/rule-sets/catalogue/retention";
import { termRules } from "@/lib/features/rule-sets/catalogue/terms";
import { trainingRules } from "@/lib/features/rule-sets/catalogue/training";
import type {
  BadgeParameters,
  CharterParameters,
  InspectionParameters,
  MeetingParameters,
  MembershipParameters,
  RatingParameters,
  RetentionParameters,
  TermParameters,
} from "@/lib/features/rule-sets/schema";
import type { PlanningParameters, TrainingParameters } from "@/lib/features/rule-sets/schema/cadres";
import type { DisciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

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
  | Entry<"PLANNING", PlanningParameters>
  | Entry<"INSPECTION", InspectionParameters>;

/** Every rule set the product ships, oldest first within a kind; no two of one kind are in force on the same day. */
export const catalogue: readonly CatalogueEntry[] = [
  ...ratingRules,
  ...badgeRules,
  ...disciplineRules,
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
  ...inspectionRules,
];

/** The rule set of that kind in force on that day; null where the catalogue reaches not so far back. */
export function catalogueEntryOn<Kind extends CatalogueEntry["kind"]>(
  kind: Kind,
  on: Day,
): Extract<CatalogueEntry, { kind: Kind }> | null {
  const isOfKind = (entry: CatalogueEntry): entry is Extract<CatalogueEntry, { kind: Kind }> => entry.kind === kind;
  return catalogue.filter(isOfKind).find((entry) => isInForceOn(entry, on)) ?? null;
}
