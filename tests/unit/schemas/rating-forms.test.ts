import { describe, expect, it } from "vitest";
import { openInspectionInput } from "@/lib/features/inspections/schema";
import { proposeRatingInput, setTargetInput, subjectInAddress } from "@/lib/features/ratings/schema";
import {
  confirmDecisionsInput,
  proposeRatingsInput,
  recordDecisionsInput,
} from "@/lib/features/ratings/schema/meetings";

const one = "5b6c9ff0-1f64-4a3d-9a51-0c8b4a4a0001";
const two = "5b6c9ff0-1f64-4a3d-9a51-0c8b4a4a0002";
const keys = (result: { error?: { issues: readonly { message: string; path: readonly PropertyKey[] }[] } }) =>
  result.error?.issues.map((issue) => [issue.path.join("."), issue.message]);

describe("a proposal's form", () => {
  it("is no vote where every ballot is left empty, and nought where one of them is", () => {
    const typed = { roundId: one, memberId: two, level: "GOOD", votedOn: "" };
    expect(proposeRatingInput.parse({ ...typed, voteBase: "", votesGood: "" })).toMatchObject({
      vote: null,
      version: null,
    });
    expect(proposeRatingInput.parse({ ...typed, voteBase: "9", votesGood: "8", version: "2" })).toMatchObject({
      version: 2,
      vote: { base: 9, good: 8, excellent: 0, invalid: 0, given: null, returned: null },
    });
    expect(proposeRatingInput.parse({ ...typed, ballotsGiven: "9", ballotsReturned: "8" })).toMatchObject({
      vote: { base: 0, given: 9, returned: 8 },
    });
    expect(proposeRatingInput.safeParse({ ...typed, state: "DECIDED" }).success).toBe(false);
  });
});

describe("a meeting's form", () => {
  const typed = { roundId: one, branchId: two, votedOn: "05/12/2022" };
  it("leaves out who has no level, and refuses what it does not know", () => {
    const parsed = proposeRatingsInput.parse({
      ...typed,
      [`level-${one}`]: "GOOD",
      [`base-${one}`]: "9",
      [`level-${two}`]: "",
    });
    expect(parsed.proposals).toEqual([
      { memberId: one, version: null, level: "GOOD", vote: expect.objectContaining({ base: 9 }) },
    ]);
    expect(keys(proposeRatingsInput.safeParse({ ...typed, [`level-${one}`]: "GOOD", role: "LEADER" }))).toEqual([
      ["", "refusals.unknownField"],
    ]);
    expect(keys(proposeRatingsInput.safeParse({ ...typed, [`level-${one}`]: "" }))).toEqual([
      ["", "ratings.errors.nobodyNamed"],
    ]);
    const wrong = { ...typed, [`level-${one}`]: "BEST", [`level-${two}`]: "GOOD", [`good-${two}`]: "many" };
    expect(keys(proposeRatingsInput.safeParse(wrong))).toEqual([
      [`level-${one}`, "refusals.fields.choose"],
      [`good-${two}`, "ratings.errors.voteNotACount"],
    ]);
  });

  it("counts what was given out and returned for everybody of whom ballots are counted", () => {
    const handled = { ...typed, ballotsGiven: "9", ballotsReturned: "8", [`level-${one}`]: "GOOD" };
    const counted = { [`base-${one}`]: "9", [`good-${one}`]: "8", [`level-${two}`]: "GOOD" };
    expect(proposeRatingsInput.parse({ ...handled, ...counted }).proposals).toEqual([
      {
        memberId: one,
        version: null,
        level: "GOOD",
        vote: expect.objectContaining({ given: 9, returned: 8, good: 8 }),
      },
      { memberId: two, version: null, level: "GOOD", vote: null },
    ]);
    expect(keys(proposeRatingsInput.safeParse(handled))).toEqual([
      ["ballotsGiven", "ratings.errors.ballotsNotCounted"],
    ]);
  });
});

describe("the forms of decisions", () => {
  const paper = { decisionNumber: "1-QĐ", decidedOn: "20/12/2022", minutesNumber: "1", presentCount: "9" };
  it("take a line as it was read, with its version", () => {
    const typed = {
      roundId: one,
      ...paper,
      [`level-${one}`]: "NOT_RATED",
      [`version-${one}`]: "3",
      [`level-${two}`]: "",
      [`version-${two}`]: "1",
    };
    expect(recordDecisionsInput.parse(typed).decisions).toEqual([{ ratingId: one, version: 3, level: null }]);
    expect(keys(recordDecisionsInput.safeParse({ ...typed, [`version-${one}`]: "x" }))).toEqual([
      [`level-${one}`, "refusals.fields.choose"],
      ["", "ratings.errors.nobodyNamed"],
    ]);
    expect(recordDecisionsInput.safeParse({ ...typed, confirmedById: one }).success).toBe(false);
  });

  it("confirm one line or several, and nothing else", () => {
    expect(confirmDecisionsInput.parse({ roundId: one, rating: `${two} 2` }).ratings).toEqual([
      { ratingId: two, version: 2 },
    ]);
    expect(confirmDecisionsInput.parse({ roundId: one, rating: [`${one} 1`, `${two} 2`] }).ratings).toHaveLength(2);
    expect(confirmDecisionsInput.safeParse({ roundId: one }).success).toBe(false);
    expect(confirmDecisionsInput.safeParse({ roundId: one, rating: "x" }).success).toBe(false);
  });

  it("read a target as a percentage, or as a number of events", () => {
    const target = { year: "2023", document: "" };
    const value = (kind: string, typed: string) =>
      setTargetInput.safeParse({ ...target, kind, value: typed }).data?.value;
    expect(value("MEMBERS_GOOD_OR_BETTER", "90,5")).toBe(905);
    expect(value("BRANCHES_GOOD_OR_BETTER", "100 %")).toBe(1000);
    expect(value("MEMBERS_GOOD_OR_BETTER", "100,1")).toBeUndefined();
    expect(value("INSPECTIONS", "5")).toBe(5);
    expect(value("INSPECTIONS", "5,5")).toBeUndefined();
  });

  it("read addresses, and nothing from nonsense", () => {
    expect(subjectInAddress({ member: one })).toEqual({ memberId: one });
    expect(subjectInAddress({ branch: two })).toEqual({ branchId: two });
    expect(subjectInAddress({ member: "x" })).toBeNull();
  });
});

describe("the form of a case", () => {
  const typed = {
    year: "2022",
    mode: "INSPECTION",
    body: "COMMITTEE",
    title: "Kiểm tra",
    decisionNumber: "1",
    decidedOn: "01/08/2022",
    startsOn: "02/08/2022",
  };
  it("takes one ticked box or several, and people line by line with their branch", () => {
    const parsed = openInspectionInput.parse({
      ...typed,
      topics: "COMPLIANCE",
      branchIds: [one, two],
      members: "Hà Thị Ẩm\n\n  Vì Văn Trùng – Nà An ",
      head: "Mùi Thị Lan",
      team: "",
    });
    expect(parsed).toMatchObject({
      topics: ["COMPLIANCE"],
      branchIds: [one, two],
      members: [
        { name: "Hà Thị Ẩm", branch: null },
        { name: "Vì Văn Trùng", branch: "Nà An" },
      ],
      head: { name: "Mùi Thị Lan", branch: null },
      team: [],
      lastDay: null,
    });
    expect(openInspectionInput.safeParse({ ...typed, state: "CONCLUDED" }).success).toBe(false);
    expect(openInspectionInput.safeParse({ ...typed, startsOn: "31/02/2022" }).success).toBe(false);
  });
});
