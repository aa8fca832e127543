import { addDays } from "@/lib/core/day";
import { moveTaskDeadline, reportNotDone } from "@/lib/features/tasks/commands/task-steps";
import type { RatedRegister } from "../ratings/round";
import { accepted, calledOff, given, reportedDone, step } from "../tasks/task";

/** Tasks of both branches in all states, the committee's and the branches' own, reported by the branch and by the office. */
export async function addTasks(register: RatedRegister): Promise<void> {
  const { actors, branchId, otherBranchId, members } = register;
  const { office, leader, secretary, otherSecretary } = actors;
  for (const [of, own] of [
    [branchId, secretary],
    [otherBranchId, otherSecretary],
  ] as const) {
    await reportedDone({ giver: leader, reporter: own }, of);
    await reportedDone({ giver: leader, reporter: office }, of);
    await accepted({ leader, office }, of);
    await calledOff(leader, of);
    await calledOff(own, of);
    await reportedDone({ giver: own, reporter: own }, of);
    const id = await given(own, of);
    await reportNotDone(own, step(id, 1));
    await moveTaskDeadline(own, { ...step(id, 2), deadlineOn: addDays(office.today, 30) });
  }
  await given(leader, branchId, { memberId: members.woman });
  await given(secretary, branchId, { memberId: members.woman });
}
