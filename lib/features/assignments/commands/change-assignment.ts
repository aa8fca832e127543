import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadBranches, loadPersons } from "@/lib/features/assignments/commands/assignment-facts";
import { canChangeAssignment } from "@/lib/features/assignments/policy";
import { assignmentObstacle, changeObstacle, decisionObstacle } from "@/lib/features/assignments/rules/assigning";
import type {
  ChangeAssignmentInput,
  CorrectAssignmentInput,
  EndAssignmentInput,
} from "@/lib/features/assignments/schema";
import { endObstacle } from "@/lib/features/organization/rules";

type Values = Pick<CorrectAssignmentInput, "role" | "startsOn" | "lastDay" | "decisionNumber" | "decidedOn">;

/* What said why it ended goes with a last day that is another one now. */
const NO_EARLY_END = { endCause: null, endedBy: null, endReason: null, endedByPlanId: null };

async function loadAssignment({ tx, actor }: CommandContext, id: string) {
  const row = await tx.assignment.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: {
      id: true,
      branchId: true,
      memberId: true,
      role: true,
      startsOn: true,
      endsOn: true,
      decisionNumber: true,
      decidedOn: true,
      version: true,
      member: { select: { fullName: true } },
      branch: { select: { name: true } },
    },
  });
  if (!row) throw notFound();
  authorize(canChangeAssignment(actor));
  return { ...withPeriod(row), decidedOn: fromDbDate(row.decidedOn) };
}

type Loaded = Awaited<ReturnType<typeof loadAssignment>>;

function valuesOf(row: Loaded): Values {
  const { role, startsOn, decisionNumber, decidedOn } = row;
  return { role, startsOn, lastDay: lastDayOf(row), decisionNumber, decidedOn };
}

/** Refuses a plan for this branch and person that the rules do not allow, the row itself left out of the count. */
async function requirePossible(context: CommandContext, row: Loaded, values: Values): Promise<void> {
  requireNoObstacle(decisionObstacle(values.decidedOn, context.today));
  const branch = (await loadBranches(context, [row.branchId])).get(row.branchId);
  const person = (await loadPersons(context, [row.memberId])).get(row.memberId);
  if (!branch || !person) throw notFound();
  const { role, startsOn, lastDay } = values;
  const others = branch.assignments.filter((one) => one.id !== row.id);
  const wanted = { memberId: row.memberId, role, startsOn, endsOn: endAfter(lastDay) };
  requireNoObstacle(assignmentObstacle(wanted, { branch, assignments: others, ...person }));
}

function eventOf(row: Loaded) {
  const subject = { kind: "member", id: row.memberId, name: row.member.fullName };
  return { subject, branchId: row.branchId };
}

/**
 * Gives the person another part in the same branch from a day on; what was before stays as it was, up to the day before.
 * Refuses a day outside the assignment, the same part, and what `assignMember` refuses (RULE); an older version (CONFLICT).
 */
export function changeAssignment(actor: Actor, input: ChangeAssignmentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "changeAssignment", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const row = await loadAssignment(context, input.id);
    const { effectiveOn, role, lastDay, decisionNumber, decidedOn } = input;
    requireNoObstacle(changeObstacle(row, input));
    const values = { role, startsOn: effectiveOn, lastDay, decisionNumber, decidedOn };
    await requirePossible(context, row, values);

    const written = await tx.assignment.updateMany({
      where: { committeeId: actor.committeeId, id: row.id, version: input.version },
      data: {
        endsOn: toDbDate(effectiveOn),
        ...NO_EARLY_END,
        endCause: "CHANGED",
        endedBy: actor.displayName,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const id = randomUUID();
    const { branchId, memberId } = row;
    await tx.assignment.create({
      data: {
        committeeId: actor.committeeId,
        id,
        branchId,
        memberId,
        role,
        decisionNumber,
        decidedOn: toDbDate(decidedOn),
        ...dbPeriod(effectiveOn, lastDay),
      },
      select: { id: true },
    });
    const branch = row.branch.name;
    audit({
      type: "assignment.changed",
      ...eventOf(row),
      params: { branch, role, effectiveOn },
      changes: [
        {
          record: "Assignment",
          recordId: row.id,
          before: { lastDay: lastDayOf(row) },
          after: { lastDay: addDays(effectiveOn, -1) },
        },
        { record: "Assignment", recordId: id, before: null, after: { branch, member: row.member.fullName, ...values } },
      ],
    });
    return { id };
  });
}

/**
 * Puts right what was entered wrongly, with the reason. Refuses what `assignMember` refuses (RULE), and an older version
 * with both versions' values (CONFLICT).
 */
export function correctAssignment(actor: Actor, input: CorrectAssignmentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "correctAssignment", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const row = await loadAssignment(context, input.id);
    const { role, startsOn, lastDay, decisionNumber, decidedOn, reason } = input;
    const values = { role, startsOn, lastDay, decisionNumber, decidedOn };
    await requirePossible(context, row, values);

    const written = await tx.assignment.updateMany({
      where: { committeeId: actor.committeeId, id: row.id, version: input.version },
      data: {
        role,
        decisionNumber,
        decidedOn: toDbDate(decidedOn),
        ...dbPeriod(startsOn, lastDay),
        ...(lastDay === lastDayOf(row) ? {} : NO_EARLY_END),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new VersionConflict(typedValues(row), row.version);
    const change = changedValues(valuesOf(row), values);
    audit({
      type: "assignment.corrected",
      ...eventOf(row),
      params: { branch: row.branch.name },
      reason,
      changes: change ? [{ record: "Assignment", recordId: row.id, ...change }] : [],
    });
    return { id: row.id };
  });
}

/** Ends an assignment with its last day and the reason. Refuses a day before it began or an end already reached (RULE). */
export function endAssignment(actor: Actor, input: EndAssignmentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endAssignment", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const row = await loadAssignment(context, input.id);
    requireNoObstacle(endObstacle(row, input.lastDay));

    const written = await tx.assignment.updateMany({
      where: { committeeId: actor.committeeId, id: row.id, version: input.version },
      data: {
        endsOn: toDbDate(endAfter(input.lastDay)),
        ...NO_EARLY_END,
        endCause: "ENDED",
        endedBy: actor.displayName,
        endReason: input.reason,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "assignment.ended",
      ...eventOf(row),
      params: { branch: row.branch.name, role: row.role, lastDay: input.lastDay },
      reason: input.reason,
      changes: [
        {
          record: "Assignment",
          recordId: row.id,
          before: { lastDay: lastDayOf(row) },
          after: { lastDay: input.lastDay },
        },
      ],
    });
    return { id: row.id };
  });
}

function typedValues(row: Loaded): Record<string, string> {
  const { role, startsOn, lastDay, decisionNumber, decidedOn } = valuesOf(row);
  return {
    role,
    startsOn: typedForm(startsOn),
    lastDay: lastDay === null ? "" : typedForm(lastDay),
    decisionNumber,
    decidedOn: typedForm(decidedOn),
  };
}
