import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  betweenObstacle,
  type ComplaintFacts,
  complaintObstacle,
  effectOf,
  settlementDueOn,
} from "@/lib/features/disciplines/rules";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

const rules = catalogueEntryOn("DISCIPLINE", day("2023-01-01"))?.parameters;
if (!rules) throw new Error("no rules on discipline");
const announcedOn = day("2023-03-05");
const complaint = (
  receivedOn: string,
  closedOn: string | null,
  outcome: ComplaintFacts["outcome"] = "UPHELD",
): ComplaintFacts => ({ receivedOn: day(receivedOn), closedOn: closedOn === null ? null : day(closedOn), outcome });
const effect = (complaints: readonly ComplaintFacts[], form: "WARNING" | "EXPULSION" = "WARNING", holds = true) =>
  effectOf(
    { form, announcedOn, complaints },
    { ...rules, complaintHoldsEffect: { ...rules.complaintHoldsEffect, value: holds } },
  );

describe("the effect under complaints", () => {
  it.each([
    ["none", [], "2024-03-05", false, false],
    ["open", [complaint("2023-04-01", null)], null, true, false],
    ["its settlement not confirmed", [complaint("2023-04-01", null, "ANNULLED")], null, true, false],
    ["upheld in time", [complaint("2023-04-01", "2023-07-01")], "2024-03-05", false, false],
    ["upheld late", [complaint("2023-04-01", "2024-05-01")], "2024-05-01", false, false],
    ["taken back late", [complaint("2024-03-04", "2024-05-01", null)], "2024-05-01", false, false],
    ["received once it had lapsed", [complaint("2024-03-05", null)], "2024-03-05", false, false],
    ["annulled in time", [complaint("2023-04-01", "2023-07-01", "ANNULLED")], "2023-07-01", false, true],
    ["annulled late", [complaint("2023-04-01", "2024-05-01", "ANNULLED")], "2024-05-01", false, true],
    ["annulled once it had lapsed", [complaint("2024-04-01", "2024-05-01", "ANNULLED")], "2024-03-05", false, true],
    [
      "a second one while the first holds it",
      [complaint("2023-04-01", "2024-05-01"), complaint("2024-04-20", null)],
      null,
      true,
      false,
    ],
  ] as const)("%s", (_, complaints, endsOn, isHeld, isAnnulled) => {
    expect(effect(complaints)).toEqual({ endsOn, isHeld, isAnnulled });
  });

  it("of an expulsion ends by an annulment alone", () => {
    expect(effect([complaint("2023-04-01", null)], "EXPULSION")).toMatchObject({ endsOn: null, isHeld: false });
    expect(effect([complaint("2023-04-01", "2023-07-01")], "EXPULSION").endsOn).toBeNull();
    expect(effect([complaint("2030-04-01", "2030-07-01", "ANNULLED")], "EXPULSION").endsOn).toBe("2030-07-01");
  });

  it("is held as the rules of its day say", () => {
    expect(effect([complaint("2023-04-01", null)], "WARNING", false)).toMatchObject({ endsOn: "2024-03-05" });
    const late = [complaint("2023-04-01", "2024-05-01", "ANNULLED")];
    expect(effect(late, "WARNING", false)).toMatchObject({ endsOn: "2024-03-05", isAnnulled: true });
  });

  it("never ends later by an annulment than without it", () => {
    fc.assert(
      fc.property(fc.nat(800), fc.nat(800), (received, took) => {
        const receivedOn = addDays(announcedOn, received);
        const closedOn = addDays(receivedOn, took);
        const upheld = effect([{ receivedOn, closedOn, outcome: "UPHELD" }]).endsOn ?? "";
        const annulled = effect([{ receivedOn, closedOn, outcome: "ANNULLED" }]).endsOn ?? "";
        expect(annulled <= upheld).toBe(true);
        expect(upheld >= "2024-03-05").toBe(true);
      }),
    );
  });
});

describe("a complaint", () => {
  const today = day("2023-06-01");
  const about = { announcedOn, isOrganization: false, stands: true, hasOpen: false };
  it.each([
    [{}, {}, null],
    [{}, { stands: false }, "complaintOnNothing"],
    [{}, { hasOpen: true }, "complaintOpen"],
    [{ representative: "Lò Văn Nói" }, {}, "representative"],
    [{}, { isOrganization: true }, "representative"],
    [{ representative: "Lò Văn Nói" }, { isOrganization: true }, null],
    [{ receivedOn: addDays(announcedOn, -1) }, {}, "complaintDay"],
    [{ receivedOn: addDays(today, 1) }, {}, "complaintDay"],
    [{ receivedOn: today }, {}, null],
  ])("%o about %o: %s", (said, changes, key) => {
    const paper = { receivedOn: announcedOn, representative: null, ...said };
    const reason = complaintObstacle(paper, { ...about, ...changes }, today)?.reason ?? null;
    expect(reason).toBe(key && `disciplines.errors.${key}`);
  });

  it("names the days between which it is settled, and until when", () => {
    expect(betweenObstacle("settledOn", day("2023-03-01"), announcedOn, today)).toEqual({
      ...{ reason: "disciplines.errors.complaintDay", field: "settledOn" },
      params: { first: "05/03/2023", today: "01/06/2023" },
    });
    expect(settlementDueOn(announcedOn, rules)).toBe("2023-06-03");
    expect(rules.complaintDays.certainty).toBe("UNCONFIRMED");
  });
});
