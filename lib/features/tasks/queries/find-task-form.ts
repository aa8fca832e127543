import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { findIsOwnCase } from "@/lib/features/inspections/queries/own-cases";
import { canGiveTask, visibleTaskTargets } from "@/lib/features/tasks/policy";
import {
  type FoundSource,
  findTaskSource,
  getGiver,
  listAddressedBranches,
  listInspectedBranches,
  type SourceIds,
} from "@/lib/features/tasks/queries/task-source";
import { type BranchName, listReached } from "@/lib/features/visits/queries/reached-branches";
import { listVoters } from "@/lib/features/votes/queries/voters";

/** What a new task starts from: the branch, what it comes from, and who may do it. */
export type TaskForm = SourceIds & {
  readonly branchId: string;
  readonly branch: string;
  readonly source: FoundSource | null;
  readonly givenOn: Day;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** The form of a task of that branch; null for a branch to which the actor may give none, or a source that is not of it. */
export async function findTaskForm(actor: Actor, branchId: string, from: SourceIds): Promise<TaskForm | null> {
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const isOfOwnCase = await findIsOwnCase(tx, actor, from.inspectionId);
    const source = await findTaskSource(tx, actor, from, { branchId, on: today });
    const giver = getGiver(actor, from, source);
    if (source === null || !canGiveTask(actor, { branchId, giver, isOfOwnCase })) return null;
    const branch = await tx.branch.findFirst({ where: { committeeId, id: branchId }, select: { name: true } });
    if (!branch) return null;
    const found = source === "NONE" ? null : source;
    const givenOn = found && from.meetingId !== null ? found.on : today;
    const voters = await listVoters(tx, branchId, givenOn);
    const people = voters.map(({ memberId, name }) => ({ id: memberId, name }));
    return { ...from, branchId, branch: branch.name, source: found, givenOn, people };
  });
}

/**
 * The branches of today to which the actor may give tasks, by name; from an inspection only those that it was about, for who gives
 * the committee's or what that case asks for, and from a paper those that it is for.
 */
export async function listTaskBranches(
  actor: Actor,
  { inspectionId, documentId }: Pick<SourceIds, "inspectionId" | "documentId">,
): Promise<readonly BranchName[]> {
  if (inspectionId !== null) {
    const inspected = await readAs(actor, async (tx) => {
      const isOfOwnCase = await findIsOwnCase(tx, actor, inspectionId);
      const mayGive = canGiveTask(actor, { branchId: null, giver: "COMMITTEE", isOfOwnCase });
      return mayGive ? listInspectedBranches(tx, actor, inspectionId) : [];
    });
    return listReached(actor, { all: false, branchIds: inspected });
  }
  const reached = await listReached(actor, visibleTaskTargets(actor));
  if (documentId === null) return reached;
  const addressed = await readAs(actor, (tx) => listAddressedBranches(tx, actor, documentId));
  return addressed === "ALL" ? reached : reached.filter(({ id }) => addressed.includes(id));
}
