import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { addMember } from "@/lib/features/members/commands/add-member";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { memberInput } from "../../support/member-input";
import { ownerRows, signInAs, type TestRegister } from "../../support/register";

/** Those who oversee the open cases of a register, and an inspector who is a member of it. */
export type Overseers = Record<"partySecretary" | "head" | "inspector", Actor>;

/**
 * Gives a register its Party secretary, who may be a leader too, its head of the commission, who may be an inspector too, and an
 * inspector, all of the second branch.
 */
export async function openCircle(
  register: TestRegister,
  headIs: { role?: "INSPECTOR" } = {},
  secretaryIs: { role?: "LEADER" } = {},
): Promise<Overseers> {
  const { committeeId, system, otherBranchId, termId } = register;
  const seat = { termId, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
  const add = async (name: string) => (await addMember(system, memberInput(name, otherBranchId))).id;
  const [secretaryId, headId, inspectorId] = [
    await add("Tòng Văn Bí"),
    await add("Bạc Thị Trưởng"),
    await add("Lò Thị Tra"),
  ];
  await giveCommitteeSeat(system, { ...seat, memberId: secretaryId, kind: "SECRETARY" });
  await giveCommitteeSeat(system, { ...seat, memberId: headId, kind: "INSPECTION_HEAD" });
  return {
    partySecretary: await signInAs(committeeId, "Bí thư Đảng ủy", { ...secretaryIs, memberId: secretaryId }),
    head: await signInAs(committeeId, "Chủ nhiệm", { ...headIs, memberId: headId }),
    inspector: await signInAs(committeeId, "Kiểm tra viên", { role: "INSPECTOR", memberId: inspectorId }),
  };
}

/** Which tables show the person any row of the case, by raw SQL. */
export async function listTablesTelling(actor: Actor, id: string): Promise<string[]> {
  const found = await inContext(
    actor.sessionToken,
    (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT 'Inspection' AS name FROM "Inspection" WHERE id = ${id}::uuid
      UNION SELECT 'InspectionSubject' FROM "InspectionSubject" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionTeamMember' FROM "InspectionTeamMember" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionTopicRow' FROM "InspectionTopicRow" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionStep' FROM "InspectionStep" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionExtension' FROM "InspectionExtension" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionDiaryEntry' FROM "InspectionDiaryEntry" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionRecusal' FROM "InspectionRecusal" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'InspectionTeamRequest' FROM "InspectionTeamRequest" WHERE "inspectionId" = ${id}::uuid
      UNION SELECT 'AuditEvent' FROM "AuditEvent" WHERE "subjectId" = ${id}::uuid`,
  );
  return found.map(({ name }) => name).sort();
}

/** What a declaration of the case sends. */
export const familyTie = (id: string) => ({
  id,
  ground: "FAMILY" as const,
  words: "Em ruột là đối tượng",
  understood: "yes" as const,
});

/** The declarations of a case, the first one first, as the database holds them. */
export const listDeclarations = (id: string) =>
  ownerRows<{ id: string; memberId: string; liftedById: string | null }>(
    `SELECT id, "memberId", "liftedById" FROM "InspectionRecusal" WHERE "inspectionId" = $1 ORDER BY "declaredAt"`,
    [id],
  );

/** Whether the person's list of open cases has the case. */
export async function isOpenTo(actor: Actor, id: string): Promise<boolean> {
  const { open } = await listInspections(actor, inspectionFilter.parse({}));
  return open.some((one) => one.id === id);
}

/** The requests to join the team of a case, the first one first, as the database holds them. */
export const listRequests = (id: string) =>
  ownerRows<{ id: string; memberId: string; outcome: string | null; endedById: string | null }>(
    `SELECT id, "memberId", outcome, "endedById" FROM "InspectionTeamRequest" WHERE "inspectionId" = $1 ORDER BY "askedAt"`,
    [id],
  );

/** Who is of the team of a case, by id. */
export async function listTeam(id: string): Promise<string[]> {
  const rows = await ownerRows<{ memberId: string }>(
    `SELECT "memberId" FROM "InspectionTeamMember" WHERE "inspectionId" = $1 ORDER BY role, "memberId"`,
    [id],
  );
  return rows.map(({ memberId }) => memberId);
}
