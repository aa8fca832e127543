import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { findIsOwnCase } from "@/lib/features/inspections/queries/own-cases";
import { subjectOf } from "@/lib/features/tasks/commands/take-step";
import { canGiveTask, canReadTasks } from "@/lib/features/tasks/policy";
import { findTaskSource, getGiver } from "@/lib/features/tasks/queries/task-source";
import { givingObstacle } from "@/lib/features/tasks/rules/task";
import type { GiveTaskInput } from "@/lib/features/tasks/schema";
import { listVoters } from "@/lib/features/votes/queries/voters";

/**
 * Gives a task to a branch or to one of its members. What its meeting decided and what a secretary gives is the branch's own; what
 * comes from an inspection or a meeting of the committee's bodies and all else is the committee's; the inspectors of a case give what its conclusion asks for. Refuses a branch that the actor does not read, and a source that is not
 * of it, open inspections and annulled papers among them (NOT_FOUND); who only reads, and of the committee's who gives none (FORBIDDEN); a day to come
 * or before the source, somebody who is no member of the branch on that day, an agenda item that the meeting does not have, and a
 * deadline that is over by then (RULE).
 */
export function giveTask(actor: Actor, input: GiveTaskInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "giveTask", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const { branchId, memberId, title, text, givenOn, deadlineOn, ...from } = input;
    const isOfOwnCase = await findIsOwnCase(tx, actor, from.inspectionId);
    const branch = await loadBranch(context, branchId, isOfOwnCase);
    const source = await findTaskSource(tx, actor, from, { branchId, on: givenOn });
    const giver = getGiver(actor, from, source);
    authorize(canGiveTask(actor, { branchId, giver, isOfOwnCase }));
    if (source === null) throw notFound();
    const member = memberId === null ? null : await findMember(context, { branchId, memberId }, givenOn);
    const doer = memberId === null ? "BRANCH" : member ? "MEMBER_THAT_DAY" : "NO_MEMBER_THAT_DAY";
    const found = source === "NONE" ? null : source;
    requireNoObstacle(givingObstacle({ givenOn, deadlineOn }, { branch, doer, source: found, today }));
    if (from.agendaItem !== null && !found?.agenda.includes(from.agendaItem)) {
      throw new DomainError("RULE", "tasks.errors.noSuchItem", {}, "agendaItem");
    }

    const id = randomUUID();
    const memberName = member?.name ?? null;
    const days = { givenOn: toDbDate(givenOn), deadlineOn: toDbDate(deadlineOn) };
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.task.create({
      data: { committeeId, id, branchId, memberId, memberName, giver, title, text, ...days, ...from, ...hand },
      select: { id: true },
    });
    const step = { kind: "GIVEN" as const, takenOn: days.givenOn, deadlineOn: days.deadlineOn, text: title };
    await tx.taskStep.create({
      data: { committeeId, id: randomUUID(), taskId: id, ...step, ...hand },
      select: { id: true },
    });
    const after = { title, text, giver, source: found?.name ?? null, member: memberName, givenOn, deadlineOn };
    audit({
      type: "task.given",
      ...subjectOf({ id, title, branchId }),
      params: { branch: branch.name },
      changes: [{ record: "Task", recordId: id, before: null, after }],
    });
    return { id };
  });
}

async function loadBranch({ tx, actor }: CommandContext, id: string, isOfOwnCase: boolean) {
  if (!canReadTasks(actor, id) && !isOfOwnCase) throw notFound();
  const branch = await tx.branch.findFirst({
    where: { committeeId: actor.committeeId, id },
    select: { name: true, startsOn: true, endsOn: true },
  });
  if (!branch) throw notFound();
  return withPeriod(branch);
}

async function findMember(
  { tx }: CommandContext,
  { branchId, memberId }: { branchId: string; memberId: string },
  on: GiveTaskInput["givenOn"],
) {
  const voters = await listVoters(tx, branchId, on);
  return voters.find((one) => one.memberId === memberId) ?? null;
}
