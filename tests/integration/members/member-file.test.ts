import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { editMember } from "@/lib/features/members/commands/edit-member";
import { getMember, getOpenedMember } from "@/lib/features/members/queries/get-member";
import { getMemberFile } from "@/lib/features/members/queries/get-member-file";
import { getMembersFile } from "@/lib/features/members/queries/get-members-file";
import type { MemberFileWords } from "@/lib/features/members/rules/file-table";
import { memberFileColumns, memberListInput } from "@/lib/features/members/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { personalInput } from "../../support/member-input";
import { departure, transfer } from "../../support/movements";
import { asTestOwner, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput } from "../inspections/case";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const names = Object.fromEntries(memberFileColumns.map((column) => [column, column] as const));
const words: MemberFileWords = {
  sheet: "Đảng viên",
  columns: { ...names, number: "STT" } as MemberFileWords["columns"],
  value: (stored) => stored,
  head: () => ({ head: [], stamp: [] }),
};

const take = (filters: Record<string, string>) =>
  getMembersFile(register.actors.secretary, memberListInput.parse(filters), register.actors.secretary.today, {
    format: "csv",
    words,
  });
const typesOf = (rows: readonly { type: string }[]) => rows.map(({ type }) => type);

describe("the whole file of a member", () => {
  it("is of the records in every table that moves with a member, and in those that never do", async () => {
    const { system, members, branchId, committeeId } = register;
    const planned = randomUUID();
    await ownerRows(
      `WITH plan AS (INSERT INTO "AssignmentPlan" ("committeeId", id, name, "startsOn", "endsOn")
          VALUES ($1, gen_random_uuid(), 'Kế hoạch', '2040-01-01', '2041-01-01') RETURNING id)
        INSERT INTO "PlannedAssignment" ("committeeId", id, "planId", "branchId", "memberId", role)
        SELECT $1, $2, plan.id, $3, $4, 'SUPPORTING' FROM plan`,
      [committeeId, planned, branchId, members.probationer],
    );
    const { records, others } = await asTestOwner(async (tx) => {
      await tx.$queryRaw`SELECT app.enter(${system.sessionToken})::text`;
      await tx.$executeRaw`SET LOCAL ROLE sodb_resolver`;
      const recordsOf = async (id: string) =>
        (await tx.$queryRaw<{ id: string }[]>`SELECT app.member_records(${id}::uuid) AS id`).map((row) => row.id);
      return { records: await recordsOf(members.probationer), others: await recordsOf(members.woman) };
    });
    const [{ id: membership } = { id: "" }] = await ownerRows<{ id: string }>(
      `SELECT id FROM "Membership" WHERE "memberId" = $1`,
      [members.probationer],
    );
    expect(records.sort()).toEqual([members.probationer, membership, planned].sort());
    expect(others).not.toContain(planned);
  });

  it("tells the record, who entered and who changed it, newest first, with what was there before", async () => {
    const { actors, members } = register;
    const { version } = await getMember(actors.secretary, members.deputy);
    const input = { ...personalInput("Vì Văn Ước"), id: members.deputy, version, occupation: "Trồng chè" };
    await editMember(actors.secretary, input);
    const file = await getMemberFile(actors.office, members.deputy);
    expect(file.member).toMatchObject({ fullName: "Vì Văn Ước", sensitive: { ethnicity: "Thái" } });
    expect(typesOf(file.changes)).toEqual(["member.edited", "branchOffice.given", "member.added"]);
    expect(file.changes[0]).toMatchObject({
      actor: "Ngần Văn Thiệp",
      changes: [{ after: { occupation: "Trồng chè" } }],
    });
    expect(JSON.stringify(file.changes)).not.toMatch(/Hà Thị Ẩm/);
  });

  it("holds a departure by two people, which is an event of the transfer and not of the member", async () => {
    const { actors, members } = register;
    await transfer({ proposer: actors.office, accepter: actors.leader }, departure(members.exempt, day("2026-02-01")));
    const file = await getMemberFile(actors.leader, members.exempt);
    expect(file.transfers).toMatchObject([{ direction: "OUT", state: "ACCEPTED", effectiveOn: "2026-02-01" }]);
    expect(typesOf(file.changes).slice(0, 2)).toEqual(["transfer.accepted", "transfer.proposed"]);
  });

  it("tells who opened the record, and who took away a file that named the member", async () => {
    const { actors, members } = register;
    await getOpenedMember(actors.secretary, members.woman);
    await take({ sex: "FEMALE" });
    await take({ sex: "MALE" });
    const { readings } = await getMemberFile(actors.office, members.woman);
    expect(typesOf(readings)).toEqual(["memberFile.opened", "members.exported", "member.opened"]);
    expect(readings[1]).toMatchObject({ actor: "Ngần Văn Thiệp", params: { rows: 1, sex: "FEMALE" } });
    const again = await getMemberFile(actors.leader, members.woman);
    expect(typesOf(again.readings).slice(0, 2)).toEqual(["memberFile.opened", "memberFile.opened"]);
  });

  it("notes no reading of the own record, nor one without the private part", async () => {
    const { actors, members } = register;
    await getOpenedMember(actors.ordinary, members.other);
    await getOpenedMember(actors.inCharge, members.woman);
    const noted = await ownerRows(`SELECT 1 FROM "AccessLog" WHERE "accountId" = ANY ($1) AND type = 'member.opened'`, [
      [actors.ordinary.accountId, actors.inCharge.accountId],
    ]);
    expect(noted).toEqual([]);
  });

  it("says nothing of a case in progress about the member", async () => {
    const { actors, members } = register;
    const before = await getMemberFile(actors.office, members.other);
    const inspection = await openInspection(
      actors.inspector,
      caseInput({ members: [{ memberId: members.other }], head: { memberId: members.deputy } }),
    );
    const { member, changes } = await getMemberFile(actors.office, members.other);
    expect(changes).toEqual(before.changes);
    expect(member).toEqual(before.member);
    expect(JSON.stringify([member, changes])).not.toContain(inspection.id);
  });

  it("is refused to the member's own secretary, and is not found by who may not see the member", async () => {
    const { actors, members } = register;
    await expect(getMemberFile(actors.secretary, members.woman)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getMemberFile(actors.secretary, members.other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getMemberFile(actors.ordinary, members.other)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const elsewhere = await openRegister();
    const strangers = [elsewhere.actors.office, actors.admin, await signInAs(register.committeeId, "Người lạ")];
    for (const stranger of strangers)
      await expect(getMemberFile(stranger, members.woman)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const noted = await ownerRows(
      `SELECT DISTINCT "actorName" FROM "AccessLog" WHERE "committeeId" = $1 AND type = 'memberFile.opened'`,
      [register.committeeId],
    );
    expect(noted).toHaveLength(2);
  });
});
