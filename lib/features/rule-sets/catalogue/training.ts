import { day } from "@/lib/core/day";
import { inferred, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";

/* What the commune's own report says of its villages, and what is asked of branch committees everywhere. */
const customary = {
  branchCourse: inferred(true, null),
  headSchooling: inferred("LOWER_SECONDARY" as const, null),
};

/** What is required of who holds a post. Of neither regulation the day was read; the second lies between two that are known. */
export const trainingRules = [
  {
    kind: "TRAINING",
    code: "training-2022",
    document: "QĐ 57-QĐ/TW",
    startsOn: day("2022-02-08"),
    endsOn: day("2025-08-01"),
    datesCertainty: "UNCONFIRMED",
    parameters: { committeeTheory: unconfirmed("ELEMENTARY" as const, "QĐ 57-QĐ/TW"), ...customary },
  },
  {
    kind: "TRAINING",
    code: "training-2025",
    document: "QĐ 350-QĐ/TW",
    startsOn: day("2025-08-01"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: { committeeTheory: singleSource("ELEMENTARY" as const, "QĐ 350-QĐ/TW"), ...customary },
  },
] as const;
