import { confirmArchive } from "@/lib/features/member-archives/commands/confirm-archive";
import { proposeArchive } from "@/lib/features/member-archives/commands/propose-archive";
import { confirmMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { signInAs, type TestRegister } from "../../support/register";

/** A proposed merge and one that is done, by somebody who is nobody else here; and likewise for the archive. */
export async function addMemberMerges(register: TestRegister) {
  const { committeeId, system, branchId, actors } = register;
  const proposer = await signInAs(committeeId, "Văn phòng gộp", { role: "OFFICE" });
  const propose = async (name: string) => {
    const [kept, dropped] = [
      await addMember(system, memberInput(name, branchId)),
      await addMember(system, memberInput(name, branchId)),
    ];
    return proposeMerge(proposer, { keptId: kept.id, droppedId: dropped.id, taken: [] });
  };
  const done = await propose("Vì Văn Gộp");
  await confirmMerge(actors.leader, { id: done.id, version: 1 });
  const open = await propose("Vì Văn Chờ");
  return { mergeOpen: open.id, mergeDone: done.id, ...(await addMemberArchives(register)) };
}

async function addMemberArchives({ committeeId, system, branchId, actors }: TestRegister) {
  const proposer = await signInAs(committeeId, "Văn phòng lưu trữ", { role: "OFFICE" });
  const propose = async (name: string) => {
    const { id } = await addMember(system, memberInput(name, branchId));
    return proposeArchive(proposer, { memberId: id, version: 1, reason: "Nhập thử" });
  };
  const done = await propose("Vì Văn Cất");
  await confirmArchive(actors.leader, { id: done.id, version: 1 });
  const open = await propose("Vì Văn Nhầm");
  return { archiveOpen: open.id, archiveDone: done.id };
}
