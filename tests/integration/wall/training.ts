import { recordResult } from "@/lib/features/training/commands/record-result";
import type { RatedRegister } from "../ratings/round";
import { courseWith, participantOf, passed } from "../training/course";

/** Courses of people of both branches and of one of them, attending and passed. */
export async function addTraining({ system, members }: RatedRegister): Promise<void> {
  await courseWith(system, [members.secretary, members.woman, members.other]);
  const id = await courseWith(system, [members.otherSecretary, members.other]);
  await recordResult(system, { id: await participantOf(id, members.other), version: 1, ...passed });
}
