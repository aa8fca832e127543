import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { overlaps } from "@/lib/core/day/interval";
import { catalogue, catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import {
  badgeParameters,
  charterParameters,
  inspectionParameters,
  meetingParameters,
  membershipParameters,
  ratingParameters,
  retentionParameters,
  termParameters,
} from "@/lib/features/rule-sets/schema";
import { planningParameters, trainingParameters } from "@/lib/features/rule-sets/schema/cadres";
import { disciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

const schemas = {
  RATING: ratingParameters,
  BADGE: badgeParameters,
  DISCIPLINE: disciplineParameters,
  CHARTER: charterParameters,
  MEMBERSHIP: membershipParameters,
  RETENTION: retentionParameters,
  TERM: termParameters,
  MEETING: meetingParameters,
  TRAINING: trainingParameters,
  PLANNING: planningParameters,
  INSPECTION: inspectionParameters,
};

describe("the catalogue of rules", () => {
  test.each(catalogue.map((entry) => [entry.code, entry] as const))(
    "%s keeps the shape it is stored in",
    (_, entry) => {
      expect(schemas[entry.kind].parse(JSON.parse(JSON.stringify(entry.parameters)))).toEqual(entry.parameters);
      expect(entry.document).toMatch(
        /^((QĐ|HD) \d+-(QĐ|HD)\/(TW|BTCTW)(; (QĐ|HD) \d+-(QĐ|HD)\/(TW|BTCTW))*|\d+\/\d{4}\/QH\d+)$/u,
      );
    },
  );

  test("no two rule sets of one kind are in force on the same day, and codes are unique", () => {
    for (const one of catalogue) {
      const others = catalogue.filter((other) => other !== one && other.kind === one.kind);
      expect(others.filter((other) => overlaps(one, other))).toEqual([]);
    }
    expect(new Set(catalogue.map((entry) => entry.code)).size).toBe(catalogue.length);
  });

  test.each([
    ["2019-10-17", undefined],
    ["2019-10-18", "rating-2019"],
    ["2022-12-31", "rating-2019"],
    ["2023-10-03", "rating-2019"],
    ["2023-10-04", "rating-2023"],
    ["2024-12-31", "rating-2023"],
    ["2025-08-29", "rating-2023"],
    ["2025-08-30", "rating-2025"],
    ["2026-12-31", "rating-2025"],
  ])("a rating on %s is run under %s", (on, code) => expect(catalogueEntryOn("RATING", day(on))?.code).toBe(code));

  test("the rating of 2022 knows which of its values are sure", () => {
    const entry = catalogueEntryOn("RATING", day("2022-12-31"));
    expect(entry?.parameters.memberCap).toEqual({
      share: { value: { numerator: 20, denominator: 100 }, citation: "HD 21-HD/BTCTW", certainty: "CONFIRMED" },
      base: { value: "GOOD_ONLY", citation: "HD 21-HD/BTCTW", certainty: "INFERRED" },
      scope: { value: "PARTY_COMMITTEE", citation: "HD 21-HD/BTCTW", certainty: "CONFIRMED" },
      rounding: { value: "FLOOR", citation: null, certainty: "INFERRED" },
      overCap: { value: "BLOCK", citation: null, certainty: "INFERRED" },
    });
    expect(entry?.parameters.branchCap.share.certainty).toBe("UNCONFIRMED");
  });

  test.each([
    ["2021-07-29", undefined],
    ["2021-07-30", "charter-2021"],
    ["2025-06-30", "charter-2021"],
    ["2025-07-01", "charter-2025"],
    ["2026-04-07", "charter-2025"],
    ["2026-04-08", "charter-2026-04"],
    ["2026-07-26", "charter-2026-07"],
  ])("the Charter is implemented on %s by %s", (on, code) =>
    expect(catalogueEntryOn("CHARTER", day(on))?.code).toBe(code),
  );

  test("a ceremony was counted from the receipt of the decision until 2026, and from its issue since", () => {
    const countsFrom = (on: string) => catalogueEntryOn("CHARTER", day(on))?.parameters.ceremonyCountsFrom;
    expect(countsFrom("2025-12-31")).toMatchObject({ value: "RECEIPT", certainty: "CONFIRMED" });
    expect(countsFrom("2026-12-31")).toMatchObject({ value: "ISSUE", certainty: "CONFIRMED" });
  });

  test("card numbers have twelve digits since 29/9/2025", () => {
    expect(catalogueEntryOn("MEMBERSHIP", day("2025-09-28"))?.parameters.cardDigits.value).toBe(8);
    expect(catalogueEntryOn("MEMBERSHIP", day("2025-09-29"))?.parameters.cardDigits.value).toBe(12);
  });

  test("badges for 35 and 95 years came in 2025", () => {
    expect(catalogueEntryOn("BADGE", day("2022-12-31"))?.parameters.milestoneYears.value).not.toContain(35);
    expect(catalogueEntryOn("BADGE", day("2025-09-29"))?.parameters.milestoneYears.value).toContain(35);
  });

  test("a confirmed value without a document is said to have none, and never the other way round", () => {
    for (const entry of catalogue) {
      for (const value of JSON.stringify(entry.parameters).matchAll(/"citation":("[^"]*"|null)/gu)) {
        expect(value[1] === "null" || /\d+-(QĐ|HD)\/(TW|BTCTW)/u.test(value[1] ?? "")).toBe(true);
      }
    }
  });
});
