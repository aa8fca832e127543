import { day } from "@/lib/core/day";
import { addInspectionAddendum } from "@/lib/features/inspections/commands/add-to-conclusion";
import { askIntoTeam } from "@/lib/features/inspections/commands/join-team";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal } from "@/lib/features/inspections/commands/recuse";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { ownerRows } from "../../support/register";
import { caseInput, conclusion } from "../inspections/case";
import { listRequests } from "../inspections/circle";
import { type FormCase, type FormWorld, someone } from "./form-case";

async function opened({ branchId, members, actors }: FormWorld): Promise<string> {
  const about = caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } });
  return (await openInspection(actors.inspector, about)).id;
}

/** Makes the plain member of the register the one who oversees its cases, once. */
async function seatOrdinary({ system, members, termId, committeeId }: FormWorld): Promise<void> {
  const seated = await ownerRows(
    `SELECT 1 FROM "CommitteeOffice" WHERE "committeeId" = $1 AND kind = 'INSPECTION_HEAD' AND "endsOn" IS NULL`,
    [committeeId],
  );
  if (seated.length > 0) return;
  const seat = { termId, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null } as const;
  await giveCommitteeSeat(system, { ...seat, memberId: members.other, kind: "INSPECTION_HEAD" });
}

/** Makes the leader a member of the second branch and the head of the commission, once. */
async function seatLeader(world: FormWorld): Promise<void> {
  const { committeeId, otherBranchId, termId, system, actors } = world;
  const account = [committeeId, actors.leader.accountId];
  const linked = await ownerRows(
    `SELECT 1 FROM "AccountMember" WHERE "committeeId" = $1 AND "accountId" = $2`,
    account,
  );
  if (linked.length > 0) return;
  const { id: memberId } = await someone(world, otherBranchId);
  await ownerRows(
    `INSERT INTO "AccountMember" ("committeeId", "accountId", "memberId", "confirmedById", "confirmedAt")
      VALUES ($1, $2, $3, gen_random_uuid(), now())`,
    [...account, memberId],
  );
  const seat = { termId, memberId, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
  await giveCommitteeSeat(system, { ...seat, kind: "INSPECTION_HEAD" });
}

const declaration = { ground: "FAMILY", words: "Em ruột là đối tượng", understood: "yes" } as const;

/** A request of the inspector to take a member of their own into the team of a case. */
async function requested(world: FormWorld): Promise<{ id: string }> {
  const of = await opened(world);
  const person = { memberId: (await someone(world, world.otherBranchId)).id };
  await askIntoTeam(world.actors.inspector, { id: of, person, words: "Thêm người" });
  return { id: (await listRequests(of))[0]?.id ?? "" };
}

/** What the inspector enters to be added to the conclusion of a case. */
async function added(world: FormWorld): Promise<{ id: string }> {
  const of = await opened(world);
  await concludeInspection(world.actors.inspector, { id: of, version: 1, ...conclusion });
  await addInspectionAddendum(world.actors.inspector, { id: of, text: "Bổ sung số liệu", reason: "Có chứng từ mới" });
  const [row] = await ownerRows<{ id: string }>(`SELECT id FROM "InspectionAddendum" WHERE "inspectionId" = $1`, [of]);
  return { id: row?.id ?? "" };
}

/** The forms by which people keep out of a case and are let in again, by which they join its team, and by which a second person confirms. */
export const inspectionDutyForms: Readonly<Record<string, FormCase>> = {
  declareRecusalAction: {
    by: "inCharge",
    fillIn: async (world) => ({ id: await opened(world), ...declaration }),
    otherwise: { words: "Anh ruột là đối tượng" },
  },
  liftRecusalAction: {
    by: "ordinary",
    fillIn: async (world) => {
      await seatOrdinary(world);
      const recusal = await declareRecusal(world.actors.inCharge, { ...declaration, id: await opened(world) });
      return { id: recusal.id, reason: "Không còn liên quan" };
    },
    otherwise: { reason: "Đối tượng đã rút" },
  },
  askIntoTeamAction: {
    by: "inspector",
    fillIn: async (world) => ({
      id: await opened(world),
      ...{ person: (await someone(world, world.otherBranchId)).name, words: "Thêm người" },
    }),
    otherwise: { words: "Thay người ốm" },
  },
  decideTeamRequestAction: {
    by: "ordinary",
    fillIn: async (world) => {
      await seatOrdinary(world);
      return { ...(await requested(world)), decision: "REFUSED", endWords: "Đang ốm" };
    },
    otherwise: { endWords: "Đang đi học" },
  },
  decideAddendumAction: {
    by: "leader",
    alone: true,
    fillIn: async (world) => {
      await seatLeader(world);
      return { ...(await added(world)), decision: "REFUSED", refusal: "Không có chứng từ" };
    },
    otherwise: { refusal: "Chứng từ không rõ" },
  },
  withdrawTeamRequestAction: { by: "inspector", fillIn: requested },
};
