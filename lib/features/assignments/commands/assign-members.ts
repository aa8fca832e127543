import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { endAfter } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod } from "@/lib/core/period";
import { loadBranches, loadPersons } from "@/lib/features/assignments/commands/assignment-facts";
import { canAssign } from "@/lib/features/assignments/policy";
import { assignmentObstacle, decisionObstacle } from "@/lib/features/assignments/rules/assigning";
import type { AssignMemberInput, AssignMembersInput } from "@/lib/features/assignments/schema";

type Place = AssignMembersInput["places"][number];
type Written = Place & { id: string; branchName: string; memberName: string };

/** Checks every place against the branch, the person's seats and the places before it, then writes them all. */
async function writePlaces(context: CommandContext, input: AssignMembersInput): Promise<Written[]> {
  const { tx, actor, today } = context;
  const branches = await loadBranches(
    context,
    input.places.map((place) => place.branchId),
  );
  authorize(canAssign(actor));
  const persons = await loadPersons(
    context,
    input.places.map((place) => place.memberId),
  );
  requireNoObstacle(decisionObstacle(input.decidedOn, today));

  const { startsOn, lastDay, decisionNumber, decidedOn } = input;
  const interval = { startsOn, endsOn: endAfter(lastDay) };
  const written = input.places.map((place): Written => {
    const branch = branches.get(place.branchId);
    const person = persons.get(place.memberId);
    if (!branch || !person) throw notFound();
    const wanted = { ...interval, memberId: place.memberId, role: place.role };
    requireNoObstacle(assignmentObstacle(wanted, { branch, assignments: branch.assignments, ...person }));
    const id = randomUUID();
    branch.assignments.push({ ...wanted, id, memberName: person.memberName });
    return { ...place, id, branchName: branch.name, memberName: person.memberName };
  });
  const columns = {
    committeeId: actor.committeeId,
    decisionNumber,
    decidedOn: toDbDate(decidedOn),
    ...dbPeriod(startsOn, lastDay),
  };
  await tx.assignment.createMany({
    data: written.map(({ id, branchId, memberId, role }) => ({ ...columns, id, branchId, memberId, role })),
  });
  return written;
}

function changeOf(one: Written, { startsOn, lastDay, decisionNumber, decidedOn }: AssignMembersInput): AuditChange {
  const { branchName: branch, memberName: member, role } = one;
  const after = { branch, member, role, startsOn, lastDay, decisionNumber, decidedOn };
  return { record: "Assignment", recordId: one.id, before: null, after };
}

/**
 * Puts a committee member in charge of a branch, or in support, under a decision. Refuses a second main person, a second
 * part of the same person, and who holds no seat of the committee on all of these days (RULE).
 */
export function assignMember(actor: Actor, input: AssignMemberInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "assignMember", input, ...sending }, async (context) => {
    const { branchId, memberId, role, ...decision } = input;
    const plan = { ...decision, places: [{ branchId, memberId, role }] };
    const [one] = await writePlaces(context, plan);
    if (!one) throw notFound();
    context.audit({
      type: "assignment.given",
      subject: { kind: "member", id: memberId, name: one.memberName },
      branchId,
      params: { branch: one.branchName, role, startsOn: input.startsOn },
      changes: [changeOf(one, plan)],
    });
    return { id: one.id };
  });
}

/**
 * Records a whole plan under one decision: every place or none. Refuses an empty plan, and what `assignMember` refuses,
 * counting the places of the plan among each other. Answers the ids in the order of the places.
 */
export function assignMembers(actor: Actor, input: AssignMembersInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "assignMembers", input, ...sending }, async (context) => {
    if (input.places.length === 0) throw new DomainError("RULE", "assignments.errors.emptyPlan");
    const written = await writePlaces(context, input);
    context.audit({
      type: "assignmentPlan.decided",
      subject: { kind: "committee", id: context.actor.committeeId, name: input.decisionNumber },
      params: { count: written.length, startsOn: input.startsOn, lastDay: input.lastDay },
      changes: written.map((one) => changeOf(one, input)),
    });
    return { ids: written.map((one) => one.id) };
  });
}
