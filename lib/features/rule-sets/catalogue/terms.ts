import { day } from "@/lib/core/day";
import { inferred, singleSource } from "@/lib/features/rule-sets/catalogue/sources";

/** How long branches are elected for: two and a half years, and five since every branch bears the one name. */
export const termRules = [
  {
    kind: "TERM",
    code: "term-2021",
    document: "QĐ 24-QĐ/TW",
    startsOn: day("2021-07-30"),
    endsOn: day("2026-07-26"),
    datesCertainty: "INFERRED",
    parameters: { branchTermMonths: singleSource(30, null), reminderMonths: inferred(6, null) },
  },
  {
    kind: "TERM",
    code: "term-2026",
    document: "QĐ 208-QĐ/TW",
    startsOn: day("2026-07-26"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: { branchTermMonths: singleSource(60, null), reminderMonths: inferred(6, null) },
  },
] as const;
