import { day } from "@/lib/core/day";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal } from "@/lib/features/inspections/commands/recuse";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { ownerRows } from "../../support/register";
import { caseInput } from "../inspections/case";
import { type FormCase, type FormWorld } from "./form-case";

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

const declaration = { ground: "FAMILY", words: "Em ruột là đối tượng", understood: "yes" } as const;

/** The forms by which people keep out of a case and are let in again. */
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
};
