import { beforeAll, describe, expect, it } from "vitest";
import { inContext } from "@/lib/core/db/context";
import { askIntoTeam } from "@/lib/features/inspections/commands/join-team";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { confirmArchive, undoArchive } from "@/lib/features/member-archives/commands/confirm-archive";
import { proposeArchive } from "@/lib/features/member-archives/commands/propose-archive";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { caseInput } from "../inspections/case";
import { mistake } from "./mistake";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const propose = (memberId: string) =>
  proposeArchive(register.actors.office, { memberId, version: 1, reason: "Nhập thử" });
async function archived(memberId: string): Promise<string> {
  const { id } = await propose(memberId);
  await confirmArchive(register.actors.leader, { id, version: 1 });
  return id;
}
const idsOn = async () =>
  (await listAllMembers(register.actors.office, memberListInput.parse({}), register.system.today)).map(({ id }) => id);

describe("the database itself", () => {
  const confirmRaw = (id: string) =>
    inContext(register.actors.leader.sessionToken, (tx) => tx.$queryRaw`SELECT app.archive_member(${id}::uuid, 'x')`);

  it("refuses what has come to hang on a record since it was proposed, whatever is sent past the commands", async () => {
    const { committeeId, branchId } = register;
    const hang: Record<string, (memberId: string) => Promise<unknown>> = {
      village: (memberId) =>
        ownerRows(
          `INSERT INTO "CivilOffice" ("committeeId", id, "villageId", "memberId", kind, "startsOn", "endsOn")
            SELECT "committeeId", gen_random_uuid(), id, $2, 'VILLAGE_HEAD', '1990-01-01', '1990-02-01' FROM "Village" WHERE "committeeId" = $1 LIMIT 1`,
          [committeeId, memberId],
        ),
      task: (memberId) =>
        ownerRows(
          `INSERT INTO "Task" ("committeeId", id, "branchId", "memberId", "memberName", giver, title, "givenOn", "deadlineOn", "recordedBy")
            VALUES ($1, gen_random_uuid(), $2, $3, 'x', 'BRANCH', 'Việc', '2022-01-01', '2022-02-01', 'x')`,
          [committeeId, branchId, memberId],
        ),
      plan: (memberId) =>
        ownerRows(
          `WITH plan AS (INSERT INTO "AssignmentPlan" ("committeeId", id, name, "startsOn", "endsOn")
              VALUES ($1, gen_random_uuid(), 'Kế hoạch', '2040-01-01', '2041-01-01') RETURNING id)
            INSERT INTO "PlannedAssignment" ("committeeId", id, "planId", "branchId", "memberId", role)
            SELECT $1, gen_random_uuid(), plan.id, $2, $3, 'SUPPORTING' FROM plan`,
          [committeeId, branchId, memberId],
        ),
    };
    for (const add of Object.values(hang)) {
      const memberId = await mistake(register);
      const { id } = await propose(memberId);
      await add(memberId);
      await expect(confirmRaw(id)).rejects.toThrow("MemberArchive_built_on");
      expect(await idsOn()).toContain(memberId);
    }
  });

  it("is neither stopped by what is declared and asked for in a case that is open, nor tells of it", async () => {
    const { committeeId, branchId, members, actors } = register;
    const [memberId, asked] = [await mistake(register), await mistake(register)];
    const about = caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } });
    const { id } = await openInspection(actors.inspector, about);
    await ownerRows(
      `INSERT INTO "InspectionRecusal" ("committeeId", id, "inspectionId", "memberId", ground, words, "declaredById", "declaredBy")
        VALUES ($1, gen_random_uuid(), $2, $3, 'OTHER', 'x', gen_random_uuid(), 'x')`,
      [committeeId, id, memberId],
    );
    await askIntoTeam(actors.inspector, { id, person: { memberId: asked }, words: "Thêm người" });
    for (const one of [memberId, asked]) {
      await archived(one);
      expect(await idsOn()).not.toContain(one);
    }
  });

  it("gives nothing back over a newer hand", async () => {
    const memberId = await mistake(register);
    const id = await archived(memberId);
    await ownerRows(`UPDATE "Member" SET version = version + 1 WHERE id = $1`, [memberId]);
    await expect(undoArchive(register.actors.office, { id, version: 2 })).rejects.toMatchObject({
      reason: "refusals.constraints.MemberArchive_built_on",
    });
  });

  it("keeps of what the record said nothing but the name in the trail", async () => {
    const memberId = await mistake(register, { phone: "0900000077" });
    await archived(memberId);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      before: { fullName: expect.any(String) },
      after: null,
    });
    const told = await ownerRows(
      `SELECT 1 FROM "AuditChange" c JOIN "AuditEvent" e USING ("committeeId", seq)
        WHERE e.type = 'memberArchive.confirmed' AND c.before::text LIKE '%0900000077%'`,
    );
    expect(told).toEqual([]);
  });
});

/* What goes into the archive, what keeps a record out of it, and what only remembers a name. */
const goes = ["MemberIdentity.memberId", "MemberProfile.memberId", "MemberSensitive.memberId"];
const goesDated = ["MemberStatus.memberId", "Membership.memberId"];
const holds = [
  ...[
    "AccountMember.memberId",
    "Assignment.memberId",
    "BranchOffice.memberId",
    "CatchUp.memberId",
    "CivilOffice.memberId",
  ],
  ...[
    "CommitteeOffice.memberId",
    "CourseParticipant.memberId",
    "Discipline.memberId",
    "Dossier.helperId",
    "Dossier.memberId",
  ],
  ...["DossierIntroducer.memberId", "InspectionRecusal.memberId", "InspectionSubject.memberId"],
  ...["InspectionTeamMember.memberId", "InspectionTeamRequest.memberId", "Meeting.chairId"],
  ...[
    "Meeting.writerId",
    "MeetingAttendance.memberId",
    "PartyBadge.memberId",
    "PlannedAssignment.memberId",
    "PlannedPerson.memberId",
    "ProgrammeSubject.memberId",
  ],
  ...[
    "Rating.memberId",
    "RatingOpinion.memberId",
    "SelfReview.memberId",
    "Task.memberId",
    "Transfer.memberId",
    "VoteCountedOut.memberId",
  ],
];
const remembers = ["MemberMerge.droppedId", "MemberMerge.keptId"];

it("every place where a record is named is known to the archive", async () => {
  const named = await ownerRows<{ place: string }>(
    `SELECT c.conrelid::regclass::text || '.' || a.attname AS place FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'committeeId'
      WHERE c.contype = 'f' AND c.confrelid = '"Member"'::regclass`,
  );
  const places = named.map(({ place }) => place.replaceAll('"', ""));
  expect(places.sort()).toEqual([...goes, ...goesDated, ...holds, ...remembers].sort());
});
