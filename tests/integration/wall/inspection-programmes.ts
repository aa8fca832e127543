import { day } from "@/lib/core/day";
import { dropLine, markLineDone } from "@/lib/features/inspection-programmes/commands/change-lines";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { commission2022, committee2022, drafted, issued, lined, planOf } from "../inspection-programmes/programme";
import { caseInput, concludedInput } from "../inspections/case";
import type { RatedRegister } from "../ratings/round";

/** Programmes of the bodies and plans of both branches, drafts and issued ones; lines planned, dropped, done, carried out and under way. */
export async function addProgrammes({ actors, branchId, otherBranchId, members }: RatedRegister): Promise<void> {
  const { office, inspector, secretary, otherSecretary } = actors;
  const drop = (id: string) => dropLine(office, { id, version: 1, droppedOn: day("2022-11-01"), reason: "Thôi" });
  for (const input of [committee2022, commission2022]) {
    const id = await drafted(office, input);
    const done = await lined(office, id, { branchIds: [branchId] });
    const underWay = await lined(office, id, { branchIds: [otherBranchId] });
    await lined(office, id, { branchIds: [branchId, otherBranchId], members: [{ memberId: members.woman }] });
    const dropped = await lined(office, id, { branchIds: [branchId] });
    await issued(office, id);
    await drop(dropped);
    await recordConcludedInspection(office, concludedInput({ branchIds: [branchId], programmeLineId: done }));
    const head = { memberId: members.inCharge };
    await openInspection(inspector, caseInput({ branchIds: [otherBranchId], head, programmeLineId: underWay }));
    const later = await drafted(office, { ...input, year: 2023 });
    await lined(office, later, { branchIds: [branchId], members: [{ memberId: members.other }] });
  }
  for (const [by, branch, member] of [
    [secretary, branchId, members.woman],
    [otherSecretary, otherBranchId, members.other],
  ] as const) {
    const id = await drafted(by, planOf(branch));
    const done = await lined(by, id, { memberIds: [member] });
    const dropped = await lined(by, id, { memberIds: [member], month: 3 });
    await lined(by, id, { memberIds: [member], month: 4 });
    await issued(by, id);
    await drop(dropped);
    await markLineDone(by, { id: done, version: 1, doneOn: day("2022-08-20"), result: "Tốt", meetingId: null });
    const later = await drafted(by, planOf(branch, 2023));
    await lined(office, later, { memberIds: [member] });
  }
}
