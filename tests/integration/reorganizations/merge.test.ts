import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { listBranches } from "@/lib/features/organization/queries/branches";
import {
  cancelReorganization,
  rejectReorganization,
} from "@/lib/features/reorganizations/commands/close-reorganization";
import { confirmReorganization } from "@/lib/features/reorganizations/commands/confirm-reorganization";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { cancelTransfer } from "@/lib/features/transfers/commands/close-transfer";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { branchNamed, reorganizationInput, reorganize } from "../../support/reorganizing";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const rule = (reason: string) => ({ code: "RULE", reason });
const JULY = day("2026-07-01");
const merger = (changes = {}) =>
  reorganizationInput([register.branchId, register.otherBranchId], {
    effectiveOn: JULY,
    settled: [{ recordId: register.offices.otherSecretary, to: "ENDS" }],
    ...changes,
  });

async function branchesOf(memberId: string) {
  return ownerRows<{ name: string; from: string; until: string | null; reason: string | null }>(
    `SELECT b.name, h."startsOn"::text AS from, h."endsOn"::text AS until, h."endReason" AS reason
       FROM "Membership" h JOIN "Branch" b ON b.id = h."branchId" WHERE h."memberId" = $1 ORDER BY h."startsOn"`,
    [memberId],
  );
}

describe("a merger of branches", () => {
  it("is proposed by the office alone, about branches of the own register", async () => {
    const { leader, secretary, inspector, admin } = register.actors;
    for (const actor of [leader, secretary, inspector, register.system]) {
      await expect(proposeReorganization(actor, merger())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(proposeReorganization(admin, merger())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = await openRegister();
    await expect(proposeReorganization(foreign.actors.office, merger())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses by name what is not settled or has to be finished first", async () => {
    const { office } = register.actors;
    const both = await proposeReorganization(office, merger({ settled: [] })).catch((error: unknown) => error);
    expect(both).toMatchObject({
      ...rule("reorganizations.errors.twoSecretaries"),
      params: { names: "Sồng A Páo, Ngần Văn Thiệp" },
    });
    const to = { toBranchId: register.otherBranchId, effectiveOn: JULY };
    const { id } = await proposeTransfer(office, transferInput(register.members.woman, to));
    const held = await proposeReorganization(office, merger()).catch((error: unknown) => error);
    expect(held).toMatchObject({
      ...rule("reorganizations.errors.unfinished"),
      params: { names: "Hà Thị Ẩm", count: 1 },
    });
    await cancelTransfer(office, { id, version: 1, reason: "Chờ hợp nhất" });
  });

  it("refuses a shape, a name and a day that cannot be", async () => {
    const { office } = register.actors;
    const refused = (changes: object, reason: string) =>
      expect(proposeReorganization(office, merger(changes))).rejects.toMatchObject(rule(reason));
    await refused({ from: [register.branchId] }, "reorganizations.errors.mergeShape");
    await refused({ survivorId: register.termId }, "reorganizations.errors.survivorNotChosen");
    await refused({ effectiveOn: day("2014-01-01") }, "reorganizations.errors.branchNotStanding");
    await refused({ decisionOn: day("2098-01-01") }, "members.errors.inFuture");
    const rename = { kind: "RENAME", from: [register.branchId], settled: [] };
    const taken = [{ key: "1", name: "Chi bộ bản thử hai", kind: "VILLAGE" }];
    await refused({ ...rename, opened: taken }, "organization.errors.branchNameTaken");
    const same = [{ key: "1", name: "Chi bộ bản Thử Một", kind: "VILLAGE" }];
    await refused({ ...rename, opened: same }, "reorganizations.errors.nothingChanges");
    const nowhere = merger({ settled: [{ recordId: register.offices.otherSecretary, to: "4" }] });
    await expect(proposeReorganization(office, nowhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("changes nothing until a leader confirms, once, from its day on and never by who proposed it", async () => {
    const { office, leader, secretary } = register.actors;
    const { id } = await proposeReorganization(office, merger());
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "reorganization.proposed" });
    await expect(proposeReorganization(office, merger())).rejects.toMatchObject(
      rule("reorganizations.errors.proposedBefore"),
    );
    expect(await branchesOf(register.members.woman)).toHaveLength(1);
    await expect(confirmReorganization(office, { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirmReorganization(secretary, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const reject = { id, version: 1, reason: "Chưa họp chi bộ" };
    await expect(rejectReorganization(office, reject)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cancelReorganization(leader, reject)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await rejectReorganization(leader, reject);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "reorganization.rejected" });
    await expect(confirmReorganization(leader, { id, version: 2 })).rejects.toMatchObject(
      rule("reorganizations.errors.alreadyAnswered"),
    );

    const ahead = await proposeReorganization(office, merger({ effectiveOn: day("2098-07-01") }));
    await expect(confirmReorganization(leader, { id: ahead.id, version: 1 })).rejects.toMatchObject(
      rule("reorganizations.errors.notYet"),
    );
    await cancelReorganization(office, { id: ahead.id, version: 1, reason: "Đổi ngày" });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "reorganization.cancelled" });
  });

  it("by two leaders at once happens once: old branches end, and everything goes on in the new one on the same day", async () => {
    const { office, leader, committeeId } = { ...register.actors, committeeId: register.committeeId };
    const second = await signInAs(committeeId, "Lãnh đạo thứ hai", { role: "LEADER" });
    const { id } = await proposeReorganization(office, merger());
    const both = await Promise.allSettled(
      [leader, second].map((one) => confirmReorganization(one, { id, version: 1 })),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await lastEvent(committeeId)).toMatchObject({ type: "reorganization.confirmed" });
    expect(await branchesOf(register.members.woman)).toMatchObject([
      { name: "Chi bộ bản Thử Một", until: "2026-07-01", reason: "TRANSFERRED" },
      { name: "Chi bộ bản Thử Mới", from: "2026-07-01", until: null },
    ]);
    const merged = await branchNamed(committeeId, "Chi bộ bản Thử Mới");
    const before = await listBranches(office, day("2026-06-30"));
    const after = await listBranches(office, JULY);
    const told = (list: typeof after) =>
      list?.rows.map((row) => [row.name, row.secretary?.name, row.counts?.total, row.villages.length]);
    expect(told(before)).toEqual([
      ["Chi bộ bản Thử Hai", "Sồng A Páo", 3, 1],
      ["Chi bộ bản Thử Một", "Ngần Văn Thiệp", 5, 1],
    ]);
    expect(told(after)).toEqual([["Chi bộ bản Thử Mới", "Ngần Văn Thiệp", 8, 2]]);
    expect(after?.rows[0]?.inCharge?.name).toBe("Đinh Văn Quân");
    const links = await ownerRows(
      `SELECT "successorId", "reorganizationId" FROM "BranchSuccession" WHERE "committeeId" = $1`,
      [committeeId],
    );
    expect(links).toEqual([1, 2].map(() => ({ successorId: merged, reorganizationId: id })));
  });

  it("takes along who came and who left after its day", async () => {
    const own = await openRegister();
    await installRuleSets(own.system);
    const [office, leader] = [own.actors.office, own.actors.leader];
    const late = await addMember(own.system, {
      ...memberInput("Lò Văn Muộn", own.branchId),
      startsOn: day("2026-08-01"),
    });
    await transfer({ proposer: office, accepter: leader }, departure(own.members.woman, day("2026-09-01")));
    const settled = [{ recordId: own.offices.otherSecretary, to: "ENDS" }];
    const input = reorganizationInput([own.branchId, own.otherBranchId], { effectiveOn: JULY, settled });
    await reorganize({ proposer: office, confirmer: leader }, input);
    expect(await branchesOf(late.id)).toMatchObject([{ name: "Chi bộ bản Thử Mới", from: "2026-08-01", until: null }]);
    expect(await branchesOf(own.members.woman)).toMatchObject([
      { name: "Chi bộ bản Thử Một", until: "2026-07-01", reason: "TRANSFERRED" },
      { name: "Chi bộ bản Thử Mới", from: "2026-07-01", until: "2026-09-01", reason: "MOVED_AWAY" },
    ]);
  });

  it("finds whoever is entered at the same time, or leaves them refused", async () => {
    const own = await openRegister();
    await installRuleSets(own.system);
    const settled = [{ recordId: own.offices.otherSecretary, to: "ENDS" }];
    const input = reorganizationInput([own.branchId, own.otherBranchId], { effectiveOn: JULY, settled });
    const { id } = await proposeReorganization(own.actors.office, input);
    const entering = ["Một", "Hai", "Ba", "Bốn"].map((name) =>
      addMember(own.system, memberInput(`Lò Văn ${name}`, own.branchId)),
    );
    await Promise.allSettled([...entering, confirmReorganization(own.actors.leader, { id, version: 1 })]);
    const astray = await ownerRows(
      `SELECT 1 FROM "Membership" h JOIN "Branch" b ON b.id = h."branchId" WHERE h."committeeId" = $1 AND h."endsOn" IS NULL AND b."endsOn" IS NOT NULL`,
      [own.committeeId],
    );
    expect(astray).toEqual([]);
    const late = `INSERT INTO "Membership" ("committeeId", id, "memberId", "branchId", kind, "startsOn")
      VALUES ($1, gen_random_uuid(), $2, $3, 'TEMPORARY', '2026-01-01')`;
    const values = [own.committeeId, own.members.woman, own.otherBranchId];
    await expect(ownerRows(late, values)).rejects.toThrow(/Branch_ended_before/);
  });

  it("into a branch that goes on leaves its own members and offices as they are", async () => {
    const own = await openRegister();
    await installRuleSets(own.system);
    const people = { proposer: own.actors.office, confirmer: own.actors.leader };
    const into = { survivorId: own.branchId, opened: [], effectiveOn: JULY };
    const settled = [{ recordId: own.offices.otherSecretary, to: "ENDS" }];
    await reorganize(people, reorganizationInput([own.branchId, own.otherBranchId], { ...into, settled }));
    expect(await branchesOf(own.members.woman)).toHaveLength(1);
    expect(await branchesOf(own.members.other)).toMatchObject([
      { until: "2026-07-01" },
      { name: "Chi bộ bản Thử Một" },
    ]);
    const list = await listBranches(own.actors.office, JULY);
    expect(list?.rows.map((row) => [row.name, row.counts?.total])).toEqual([["Chi bộ bản Thử Một", 8]]);
  });
});
