import { describe, expect, it } from "vitest";
import { nameKey } from "@/lib/core/text/fold";
import {
  type FoundPerson,
  partialityObstacle,
  peopleMeant,
  personObstacle,
} from "@/lib/features/inspections/rules/people";

const person = (id: string, name: string, branch: string): FoundPerson => {
  return { id, name, nameKey: nameKey(name), branchId: `b-${branch}`, branch };
};
const found = [
  person("1", "Vì Văn Trùng", "Chi bộ bản Nà An"),
  person("2", "Vì Văn Trùng", "Chi bộ bản Thín"),
  person("3", "Hà Thị Ẩm", "Chi bộ bản Nà An"),
];

describe("naming people in a case", () => {
  it("finds them by the whole name, whatever the accents, and tells namesakes apart by the branch", () => {
    expect(peopleMeant({ name: "ha thi am", branch: null }, found).map((one) => one.id)).toEqual(["3"]);
    expect(peopleMeant({ name: "Vì Văn Trùng", branch: "na an" }, found).map((one) => one.id)).toEqual(["1"]);
    expect(peopleMeant({ memberId: "2" }, found).map((one) => one.id)).toEqual(["2"]);
  });

  it("asks where a name means nobody, or more than one", () => {
    expect(personObstacle({ name: "Hà Thị", branch: null }, found, "members")).toMatchObject({
      reason: "inspections.errors.personNotFound",
      field: "members",
    });
    expect(personObstacle({ name: "Vì Văn Trùng", branch: null }, found, "head")).toMatchObject({
      reason: "inspections.errors.personAmbiguous",
      params: { count: 2, branches: "Chi bộ bản Nà An, Chi bộ bản Thín" },
    });
    expect(personObstacle({ memberId: "3" }, found, "head")).toBeNull();
  });
});

describe("keeping away from a case", () => {
  const subjects = { memberIds: ["3"], branchIds: ["nà an"] };
  it.each([
    ["the subject", { memberId: "3", ownBranchIds: [] }, [], "inspections.errors.ownCase"],
    ["the secretary of a subject branch", { memberId: "9", ownBranchIds: ["nà an"] }, [], "inspections.errors.ownCase"],
    [
      "nobody, where the Party secretary is the subject",
      { memberId: "9", ownBranchIds: [] },
      ["3"],
      "inspections.errors.referredUpward",
    ],
  ] as const)("is asked of %s", (_, actor, partySecretaries, reason) => {
    expect(partialityObstacle(subjects, actor, partySecretaries)).toMatchObject({ reason });
  });

  it("is not asked of anybody else, with or without a member behind the account", () => {
    expect(partialityObstacle(subjects, { memberId: "9", ownBranchIds: ["thín"] }, ["8"])).toBeNull();
    expect(partialityObstacle(subjects, { memberId: null, ownBranchIds: [] }, [])).toBeNull();
  });
});
