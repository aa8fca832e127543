import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import {
  acceptanceObstacle,
  decisionObstacle,
  dossierObstacle,
  letterDueOn,
  proposalObstacle,
  type TransferPlan,
  transferDueOn,
} from "@/lib/features/transfers/rules";

const plan: TransferPlan = {
  direction: "WITHIN",
  kind: "OFFICIAL",
  toBranchId: "there",
  otherParty: null,
  effectiveOn: day("2026-03-01"),
  endsOn: null,
};
const here = { branchId: "here", leftBy: null };
const errors = (name: string) => `transfers.errors.${name}`;

describe("a proposal", () => {
  const outside = { toBranchId: null, otherParty: "elsewhere" };
  test.each<[string, Partial<TransferPlan>, Parameters<typeof proposalObstacle>[1], string | null]>([
    ["to another branch", {}, here, null],
    ["to no branch", { toBranchId: null }, here, errors("branchMissing")],
    ["to the branch of today", { toBranchId: "here" }, here, "members.errors.sameBranch"],
    ["of somebody in no branch", {}, { branchId: null, leftBy: "MOVED_AWAY" }, "members.errors.notInBranch"],
    ["out", { direction: "OUT", ...outside }, here, null],
    ["out to nowhere", { direction: "OUT", toBranchId: null }, here, errors("otherPartyMissing")],
    ["in without a record", { direction: "IN", otherParty: "elsewhere" }, null, null],
    ["in from nowhere", { direction: "IN" }, null, errors("otherPartyMissing")],
    ["in of somebody here", { direction: "IN", otherParty: "elsewhere" }, here, errors("alreadyHere")],
    ["back in", { direction: "IN", otherParty: "elsewhere" }, { branchId: null, leftBy: "MOVED_AWAY" }, null],
    [
      "in of somebody who was removed",
      { direction: "IN", otherParty: "elsewhere" },
      { branchId: null, leftBy: "REMOVED" },
      errors("hasLeftTheParty"),
    ],
    ["for good with an end", { endsOn: day("2026-04-01") }, here, errors("endOfOfficial")],
    ["for a time", { kind: "TEMPORARY", endsOn: day("2026-04-01") }, here, null],
    [
      "that ends when it begins",
      { kind: "TEMPORARY", endsOn: day("2026-03-01") },
      here,
      "members.errors.endsBeforeStart",
    ],
  ])("%s", (_, changes, standing, reason) => {
    expect(proposalObstacle({ ...plan, ...changes }, standing)?.reason ?? null).toBe(reason);
  });
});

describe("the second person", () => {
  const facts = {
    state: "PENDING",
    memberId: "member",
    proposedById: "first",
    effectiveOn: day("2026-03-01"),
  } as const;
  const second = { accountId: "second", memberId: null };
  test("decides what another one has proposed, about somebody else, once", () => {
    expect(decisionObstacle(facts, second)).toBeNull();
    expect(decisionObstacle(facts, { ...second, accountId: "first" })?.reason).toBe(errors("proposerDecides"));
    expect(decisionObstacle(facts, { ...second, memberId: "member" })?.reason).toBe(errors("ownTransfer"));
    expect(decisionObstacle({ ...facts, state: "REJECTED" }, second)?.reason).toBe(errors("alreadyDecided"));
  });

  test("accepts from the day on which it takes effect", () => {
    expect(acceptanceObstacle(facts, second, day("2026-02-28"))?.reason).toBe(errors("notYet"));
    expect(acceptanceObstacle(facts, second, day("2026-03-01"))).toBeNull();
  });
});

describe("a dossier under way", () => {
  const recognition = { kind: "RECOGNITION", state: "OPEN" } as const;
  test.each([
    ["its papers of recognition go along inside the commune", [recognition], {}, false],
    ["a vote of the branch holds it", [{ ...recognition, state: "VOTED" as const }], {}, true],
    ["they do not go along to another Party organisation", [recognition], { direction: "OUT" as const }, true],
    ["a removal holds it", [{ kind: "REMOVAL" as const, state: "OPEN" as const }], {}, true],
    ["temporary activity is held by nothing", [recognition], { kind: "TEMPORARY" as const }, false],
  ])("%s", (_, dossiers, changes, isHeld) => {
    expect(dossierObstacle(dossiers, { ...plan, ...changes }) !== null).toBe(isHeld);
  });
});

test("the days count from the change, and from the letter, in working days", () => {
  const entry = catalogueEntryOn("CHARTER", day("2026-09-07"));
  if (!entry) throw new Error("no Charter rules");
  const { transferWorkingDays, letterWorkingDays } = entry.parameters;
  expect([transferWorkingDays.value, letterWorkingDays.value]).toEqual([60, 30]);
  expect(transferDueOn(day("2026-09-07"), entry.parameters)).toBe(day("2026-11-30"));
  expect(letterDueOn(day("2026-09-07"), entry.parameters)).toBe(day("2026-10-19"));
});
