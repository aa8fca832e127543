import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import { acceptTask, callOffTask, reportDone } from "@/lib/features/tasks/commands/task-steps";
import type { GiveTaskInput } from "@/lib/features/tasks/schema";

/** What a task of a branch is given with, on the day of its meeting in March, until the end of April. */
export function taskInput(branchId: string, changes: Partial<GiveTaskInput> = {}): GiveTaskInput {
  return {
    ...{ branchId, memberId: null, title: "Vận động ba hộ di dời chuồng trại", text: null },
    ...{ givenOn: day("2022-03-05"), deadlineOn: day("2022-04-30") },
    ...{ meetingId: null, agendaItem: null, difficultyId: null, inspectionId: null, documentId: null, ...changes },
  };
}

/** Gives a task; its version is 1. */
export async function given(by: Actor, branchId: string, changes: Partial<GiveTaskInput> = {}): Promise<string> {
  return (await giveTask(by, taskInput(branchId, changes))).id;
}

/** A step of that version, two weeks after the task was given. */
export const step = (id: string, version: number, takenOn: Day = day("2022-03-20")) => ({
  ...{ id, version, takenOn },
  text: "Đã vận động hai hộ",
});

/** A task that has been reported done; its version is 2. */
export async function reportedDone(hands: { giver: Actor; reporter: Actor }, branchId: string): Promise<string> {
  const id = await given(hands.giver, branchId);
  await reportDone(hands.reporter, step(id, 1));
  return id;
}

/** A committee's task that has been accepted. */
export async function accepted(by: { leader: Actor; office: Actor }, branchId: string): Promise<string> {
  const id = await reportedDone({ giver: by.leader, reporter: by.office }, branchId);
  await acceptTask(by.leader, step(id, 2, day("2022-03-25")));
  return id;
}

/** A task that has been called off. */
export async function calledOff(by: Actor, branchId: string): Promise<string> {
  const id = await given(by, branchId);
  await callOffTask(by, step(id, 1));
  return id;
}
