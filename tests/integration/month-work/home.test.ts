import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { postAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import { getHome } from "@/lib/features/month-work/queries/get-home";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const placesOf = (entries: readonly { place: string }[]) => entries.map(({ place }) => place);

describe("the first page", () => {
  it("is about the own branch for its secretary, and about those in charge for a committee member", async () => {
    const { secretary, inCharge } = register.actors;
    const { own, ...mine } = await getHome(secretary);
    expect(own.branches).toHaveLength(1);
    expect(placesOf(own.entries)).toEqual(["meetings", "work", "branch", "difficulties"]);
    expect(own.entries[0]?.href).toContain(`branch=${register.branchId}`);
    expect(mine.inCharge).toEqual({ branches: [], entries: [] });
    const theirs = await getHome(inCharge);
    expect(theirs.own).toEqual({ branches: [], entries: [] });
    expect(theirs.inCharge.branches).toEqual(own.branches);
    expect(placesOf(theirs.inCharge.entries)).toEqual(["visits", "work", "inCharge", "difficulties"]);
  });

  it("counts what the month's work lists", async () => {
    const { secretary, inCharge } = register.actors;
    for (const actor of [secretary, inCharge]) {
      const [home, work] = await Promise.all([getHome(actor), getMonthWork(actor, { branch: null })]);
      expect(home.open).toBe(work.lines.length);
      expect(home.open).toBeGreaterThan(0);
      expect(work.lines).toEqual(expect.arrayContaining([...home.pressing]));
    }
  });

  it("tells what was announced to the branch, and nothing else", async () => {
    const { office, secretary, inCharge } = register.actors;
    const input = { title: "Họp giao ban", text: "Mời dự họp", reach: "SOME" as const };
    const { id } = await postAnnouncement(office, { ...input, branches: [register.branchId] });
    await postAnnouncement(office, { ...input, branches: [register.otherBranchId] });
    for (const actor of [secretary, inCharge])
      expect((await getHome(actor)).announcements.map((one) => one.id)).toEqual([id]);
  });

  it("holds no other branch's work, though its reader inspects them all", async () => {
    const { office, inCharge } = register.actors;
    const term = { number: 3, congressOn: day("2020-01-15"), startsOn: day("2020-01-15"), lastDay: day("2022-07-14") };
    for (const branchId of [register.branchId, register.otherBranchId])
      await openBranchTerm(office, { ...term, branchId, decisionNumber: null });
    await ownerRows(
      `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "confirmedById", "confirmedAt")
        SELECT "committeeId", gen_random_uuid(), $1, role, "startsOn", "confirmedById", "confirmedAt" FROM "RoleGrant"
        WHERE role = 'INSPECTOR' AND "committeeId" = $2`,
      [inCharge.accountId, register.committeeId],
    );
    const inspecting = await inContext(inCharge.sessionToken, async (_tx, actor) => actor);
    expect(inspecting.roles).toContain("INSPECTOR");
    const { lines } = await getMonthWork(inspecting, { branch: null });
    expect(lines.filter(({ kind }) => kind === "TERM_TO_RENEW").map(({ branchId }) => branchId)).toEqual([
      register.branchId,
    ]);
  });

  it("is nothing for who has no branch", async () => {
    const { office, inspector, ordinary } = register.actors;
    for (const other of [office, inspector, ordinary])
      await expect(getHome(other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
