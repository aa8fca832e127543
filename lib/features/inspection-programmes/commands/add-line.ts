import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { requireNoObstacle } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { nameKey } from "@/lib/core/text/fold";
import {
  loadProgramme,
  programmeSubject,
  touchDraft,
} from "@/lib/features/inspection-programmes/commands/load-programme";
import { newLineObstacle, planDay } from "@/lib/features/inspection-programmes/rules";
import type { AddLineInput } from "@/lib/features/inspection-programmes/schema";
import { type FoundPerson, peopleMeant, personObstacle } from "@/lib/features/inspections/rules/people";

type Named = { readonly id: string; readonly name: string };

/**
 * Adds a line with those it names: to a draft, or with day and reason to a programme that has been issued. Refuses a programme that is
 * not the actor's to see (NOT_FOUND) or keep (FORBIDDEN), a topic that cannot be planned, nobody or a stranger as subject, the writer
 * or his branch, a name that is nobody's or several persons', and a day that does not fit (RULE).
 */
export function addLine(actor: Actor, input: AddLineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "addLine", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { programmeId, mode, topic, month, team, remark, branchIds, addedReason } = input;
    const { committeeId, accountId, displayName } = actor;
    const programme = await loadProgramme(context, programmeId);
    const { state, issuedOn, branchId, year } = programme;
    const on = planDay(year, today);
    const branches = await tx.branch.findMany({
      where: { AND: [{ committeeId, id: { in: [...branchIds] } }, inForce(on)] },
      select: { id: true, name: true },
    });
    const members = branchId === null ? await peopleNamed(context, input, on) : await membersOf(context, branchId, on);
    const memberIds = branchId === null ? members.map(({ id }) => id) : input.memberIds;
    const isAddition = state === "ISSUED";
    const addedOn = isAddition ? input.addedOn : null;
    requireNoObstacle(
      newLineObstacle(
        { topic, remark, branchIds, memberIds, addedOn, addedReason },
        {
          ...{ state, issuedOn, branchId, writer: actor },
          knownBranchIds: branches.map(({ id }) => id),
          knownMemberIds: members.map(({ id }) => id),
        },
        today,
      ),
    );

    if (!isAddition) await touchDraft(context, programmeId);
    const id = randomUUID();
    const addition = { addedOn: toDbDate(addedOn), addedReason: isAddition ? addedReason : null };
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.programmeLine.create({
      data: { committeeId, id, programmeId, mode, topic, month, team, remark, ...addition, ...hand },
      select: { id: true },
    });
    const named = memberIds.flatMap((memberId) => members.find((one) => one.id === memberId) ?? []);
    const key = { committeeId, lineId: id };
    await tx.programmeSubject.createMany({
      data: [
        ...branches.map((one) => ({ ...key, id: randomUUID(), branchId: one.id })),
        ...named.map((one) => ({ ...key, id: randomUUID(), memberId: one.id, memberName: one.name })),
      ],
    });
    const words = { branches: namesOf(branches), members: namesOf(named), team, remark, addedOn };
    audit({
      type: "inspectionProgramme.lineAdded",
      subject: programmeSubject(programme),
      branchId,
      params: { year },
      reason: isAddition ? addedReason : null,
      changes: [{ record: "ProgrammeLine", recordId: id, before: null, after: { mode, topic, month, ...words } }],
    });
    return { id: programmeId };
  });
}

/** The members that the names mean on a day. Refuses a name that is nobody's, or several persons' (RULE). */
async function peopleNamed({ tx }: CommandContext, { members }: AddLineInput, on: Day): Promise<Named[]> {
  const keys = members.flatMap((ref) => ("name" in ref ? [nameKey(ref.name)] : []));
  const ids = members.flatMap((ref) => ("memberId" in ref ? [ref.memberId] : []));
  const found = await tx.$queryRaw<FoundPerson[]>`
    SELECT id, full_name AS name, name_key AS "nameKey", branch_id AS "branchId", branch
    FROM app.people_named(${on}::date, ${keys}::text[], ${ids}::uuid[])`;
  return members.flatMap((ref) => {
    requireNoObstacle(personObstacle(ref, found, "members"));
    return peopleMeant(ref, found);
  });
}

async function membersOf({ tx, actor }: CommandContext, branchId: string, on: Day) {
  const found = await tx.membership.findMany({
    where: { AND: [{ committeeId: actor.committeeId, branchId, kind: "OFFICIAL" }, inForce(on)] },
    relationLoadStrategy: "join",
    select: { member: { select: { id: true, fullName: true } } },
  });
  return found.map(({ member }): Named => ({ id: member.id, name: member.fullName }));
}

const namesOf = (all: readonly Named[]) => all.map(({ name }) => name).join(", ");
