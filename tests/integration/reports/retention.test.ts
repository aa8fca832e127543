import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { findRetention, type Retention } from "@/lib/features/reports/queries/find-retention";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer } from "../../support/movements";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

describe("what is kept past its time", () => {
  it("is not told before the register holds a rule that says how long", async () => {
    expect(await findRetention(register.actors.office)).toBe("NO_RULES");
    await installRuleSets(register.system);
    expect(await findRetention(register.actors.office)).toMatchObject({ document: "91/2025/QH15", members: [] });
  });

  it("names who left that long ago, and nobody who left later, came back or is still here", async () => {
    const { branchId, system } = register;
    const { office, leader } = register.actors;
    const hands = { proposer: office, accepter: leader };
    const add = async (name: string) => (await addMember(system, memberInput(name, branchId))).id;
    const [long, lately] = [await add("Hà Văn Xưa"), await add("Hà Văn Mới Đi")];
    const back = await add("Hà Văn Trở Về");
    await transfer(hands, departure(lately, day("2022-03-01")));
    await ownerRows(
      `UPDATE "Membership" SET "startsOn" = '2010-01-01', "endsOn" = '2015-05-01', "endReason" = 'DECEASED' WHERE "memberId" = $1`,
      [long],
    );
    await ownerRows(
      `INSERT INTO "Membership" ("committeeId", id, "memberId", "branchId", "startsOn", "endsOn", "endReason")
       VALUES ($1, gen_random_uuid(), $2, $3, '2010-01-01', '2012-01-01', 'MOVED_AWAY')`,
      [register.committeeId, back, branchId],
    );
    for (const actor of [office, leader]) {
      expect((await retentionOf(actor)).members).toEqual([
        { id: long, fullName: "Hà Văn Xưa", endedOn: "2015-05-01", reason: "DECEASED", dueOn: "2025-05-01" },
      ]);
    }
  });

  it("counts old readings as far as the reader may see them", async () => {
    const { office, leader } = register.actors;
    await ownerRows(
      `INSERT INTO "AccessLog" ("committeeId", id, at, "accountId", "actorName", type, params)
       SELECT $1, gen_random_uuid(), '2020-01-01', account, 'x', 'audit.opened', '{}' FROM unnest($2::uuid[]) account`,
      [register.committeeId, [office.accountId, leader.accountId]],
    );
    expect((await retentionOf(leader)).accesses).toMatchObject({ count: 2, firstAt: new Date("2020-01-01") });
    expect((await retentionOf(office)).accesses).toMatchObject({ count: 1 });
  });

  it("is nobody else's to see", async () => {
    const { secretary, inCharge, inspector, admin, ordinary } = register.actors;
    for (const actor of [secretary, inCharge, inspector, admin, ordinary]) {
      expect(await findRetention(actor)).toBeNull();
    }
  });
});

async function retentionOf(actor: Parameters<typeof findRetention>[0]): Promise<Retention> {
  const found = await findRetention(actor);
  if (found === null || found === "NO_RULES") throw new Error("no retention");
  return found;
}
