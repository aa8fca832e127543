import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day, day, lastDayOfYear, yearOf } from "@/lib/core/day";
import { getYearFigures } from "@/lib/features/dashboard/queries/year-figures";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { listBranches } from "@/lib/features/organization/queries/branches";
import { ownerRows } from "../../support/register";
import { type AdmittingRegister, openAdmittingRegister } from "./dossier";
import { HAPPENINGS, type Life, live } from "./lives";

/* Whatever happens to members in whatever order: nobody has two branches, and every count is as long as its list. */

let register: AdmittingRegister;

beforeAll(async () => {
  register = await openAdmittingRegister();
}, 120_000);

const lives: fc.Arbitrary<Life> = fc.array(
  fc.record({ what: fc.constantFrom(...HAPPENINGS), after: fc.constantFrom(1, 30, 200, 400, 1150) }),
  { minLength: 2, maxLength: 7 },
);

/* The longest ways, which chance seldom takes. */
const long: Life[] = [
  [
    { what: "REMOVAL", after: 20 },
    { what: "READMISSION", after: 1150 },
    { what: "MOVE", after: 30 },
    { what: "VISIT", after: 1 },
  ],
  [
    { what: "VISIT", after: 20 },
    { what: "MOVE", after: 30 },
    { what: "LEAVE", after: 200 },
    { what: "COME_BACK", after: 400 },
    { what: "DEATH", after: 200 },
  ],
];

async function branchesOn(memberId: string, on: Day): Promise<{ kind: string; branchId: string }[]> {
  return ownerRows(
    `SELECT kind, "branchId" FROM "Membership" WHERE "memberId" = $1 AND "startsOn" <= $2 AND ("endsOn" IS NULL OR "endsOn" > $2)`,
    [memberId, on],
  );
}

async function expectCountsAsLists(on: Day): Promise<void> {
  const { office } = register.actors;
  const lists = async (query: object) => listAllMembers(office, memberListInput.parse(query), on);
  const branches = await listBranches(office, on);
  const all = await lists({});
  expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
  for (const { id, counts } of branches?.rows ?? []) {
    const own = await lists({ branch: id });
    const official = await lists({ branch: id, status: "OFFICIAL" });
    const exempt = await lists({ branch: id, status: "EXEMPT" });
    expect(counts).toMatchObject({ total: own.length, official: official.length, exempt: exempt.length });
  }
  if (on !== lastDayOfYear(yearOf(on))) return;
  const figures = await getYearFigures(office, yearOf(on));
  const official = await lists({ status: "OFFICIAL" });
  expect(figures.members).toMatchObject({ total: all.length, official: official.length });
  expect(figures.byBranch.reduce((sum, branch) => sum + branch.members, 0)).toBe(all.length);
}

describe("random lives", { timeout: 300_000 }, () => {
  it("never give anybody two branches, and leave every count as long as its list", async () => {
    const years = [2021, 2022, 2023, 2024, 2025].map(lastDayOfYear);
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const { memberId, tried } = await live(register, life);
        for (const on of tried.flatMap((one) => [addDays(one, -1), one, addDays(one, 1), addDays(one, 20)])) {
          const held = await branchesOn(memberId, on);
          expect(held.filter((one) => one.kind === "OFFICIAL").length).toBeLessThanOrEqual(1);
          expect(held.filter((one) => one.kind === "TEMPORARY").length).toBeLessThanOrEqual(1);
          expect(new Set(held.map((one) => one.branchId)).size).toBe(held.length);
          expect(held.map((one) => one.kind)).not.toEqual(["TEMPORARY"]);
        }
        const today = await branchesOn(memberId, register.system.today);
        const official = today.find((one) => one.kind === "OFFICIAL");
        expect((await getMember(register.actors.office, memberId)).branch?.id).toBe(official?.branchId);
        for (const on of [...tried, ...years]) await expectCountsAsLists(on);
      }),
      { numRuns: 12, examples: long.map((life) => [life]) },
    );
    await expectCountsAsLists(day("2026-11-01"));
  });
});
