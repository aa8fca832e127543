import { day } from "@/lib/core/day";
import { inferred, singleSource } from "@/lib/features/rule-sets/catalogue/sources";

/**
 * Planning for the next term. The regulation is known by its number alone, and its day lies between two that are known; the values
 * are from a local text of another province.
 */
export const planningRules = [
  {
    kind: "PLANNING",
    code: "planning-2025",
    document: "QĐ 377-QĐ/TW",
    startsOn: day("2025-10-01"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: {
      sizeFrom: singleSource({ numerator: 3, denominator: 2 }, null),
      sizeTo: singleSource({ numerator: 2, denominator: 1 }, null),
      peoplePerPost: singleSource(3, null),
      postsPerPerson: singleSource(3, null),
      women: singleSource({ numerator: 15, denominator: 100 }, null),
      young: singleSource({ numerator: 10, denominator: 100 }, null),
      youngUnder: inferred(40, null),
    },
  },
] as const;
