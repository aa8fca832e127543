import { day } from "@/lib/core/day";
import { ownerRows } from "../../support/register";
import type { RatedRegister } from "../ratings/round";
import { assignOnce, reported } from "../visits/visit";

/** Reports on both branches, by the person in charge and by the office, of today and of long ago. */
export async function addVisits(register: RatedRegister): Promise<void> {
  const { actors, branchId, otherBranchId, members } = register;
  const { inCharge, office } = actors;
  await assignOnce(register, day("2021-01-01"), day("2021-12-31"));
  const past = { visitedOn: day("2021-05-05"), visitorId: members.inCharge };
  await reported(inCharge, branchId);
  await reported(office, branchId, { visitorId: members.inCharge });
  await reported(office, otherBranchId, past);
  for (const id of [await reported(inCharge, branchId), await reported(office, otherBranchId, past)])
    await ownerRows(`UPDATE "VisitReport" SET "writtenOn" = "writtenOn" - 31 WHERE id = $1`, [id]);
}
