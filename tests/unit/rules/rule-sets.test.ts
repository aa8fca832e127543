import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { overlaps } from "@/lib/core/day/interval";
import { catalogue, catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import { badgeParameters, disciplineParameters, ratingParameters } from "@/lib/features/rule-sets/schema";

const schemas = { RATING: ratingParameters, BADGE: badgeParameters, DISCIPLINE: disciplineParameters };

describe("the catalogue of rules", () => {
  test.each(catalogue.map((entry) => [entry.code, entry] as const))(
    "%s keeps the shape it is stored in",
    (_, entry) => {
      expect(schemas[entry.kind].parse(JSON.parse(JSON.stringify(entry.parameters)))).toEqual(entry.parameters);
      expect(entry.document).toMatch(/^(QĐ|HD) \d+-(QĐ|HD)\/(TW|BTCTW)(; (QĐ|HD) \d+-(QĐ|HD)\/(TW|BTCTW))*$/u);
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
