import { day } from "@/lib/core/day";
import { endPlan } from "@/lib/features/training/commands/plan-people";
import { recordResult } from "@/lib/features/training/commands/record-result";
import type { RatedRegister } from "../ratings/round";
import { courseWith, participantOf, passed } from "../training/course";
import { plannedOne } from "../training/planned";

/** Courses of people of both branches and of one of them, attending and passed; somebody planned, and somebody taken off the plan. */
export async function addTraining({ system, members, otherBranchId }: RatedRegister): Promise<void> {
  await courseWith(system, [members.secretary, members.woman, members.other]);
  const id = await courseWith(system, [members.otherSecretary, members.other]);
  const { id: removed } = await plannedOne(system, members.woman, { post: "PARTY_COMMITTEE" });
  await endPlan(system, { id: removed, version: 1, removedOn: day("2024-01-10"), removeReason: "Chuyển công tác" });
  await plannedOne(system, members.other, { post: "BRANCH_LEADER", branchId: otherBranchId });
  await recordResult(system, { id: await participantOf(id, members.other), version: 1, ...passed });
}
