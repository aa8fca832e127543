import { day } from "@/lib/core/day";
import { remindBranch } from "@/lib/features/month-work/commands/remind-branch";
import { moveDeadline } from "@/lib/features/visits/commands/difficulty-steps";
import { ownerRows } from "../../support/register";
import type { RatedRegister } from "../ratings/round";
import { accepted, assignOnce, declined, movedOn, raised, reported, seatOf, solved, step } from "../visits/visit";

/** Reports on both branches, by the person in charge and by the office, of today and of long ago; difficulties in all states; reminders. */
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
  const reminder = { way: "CALL", note: null } as const;
  await remindBranch(inCharge, { branchId, ...reminder });
  await remindBranch(office, { branchId: otherBranchId, ...reminder });
  const ownerSeatId = await seatOf(members.inCharge);
  for (const of of [branchId, otherBranchId]) {
    for (const owner of [null, ownerSeatId]) {
      const hands = { branchId: of, ownerSeatId: owner };
      await accepted(office, hands);
      await moveDeadline(office, { ...step(await movedOn(office, hands), 3), deadlineOn: day("2022-05-31") });
      await solved(office, hands);
    }
    await raised(office, of);
    await declined(actors, of);
  }
}
