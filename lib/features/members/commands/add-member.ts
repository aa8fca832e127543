import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { runCommand, type Sending } from "@/lib/core/command";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import {
  identityColumns,
  personalColumns,
  registerColumns,
  splitEntry,
} from "@/lib/features/members/commands/member-rows";
import { canAddMember } from "@/lib/features/members/policy";
import { memberDatesObstacle, memberNumberObstacle, membershipObstacle } from "@/lib/features/members/rules";
import type { AddMemberInput } from "@/lib/features/members/schema";

/**
 * Enters a member with the record, and the branch from a day on. Refuses dates that cannot be true, numbers written
 * wrongly, a branch not in force that day (RULE), and a card or ID number already recorded (CONFLICT).
 */
export function addMember(actor: Actor, input: AddMemberInput, sending: Pick<Sending, "formKey"> = {}) {
  return runCommand(actor, { command: "addMember", input, ...sending }, async ({ tx, actor, today, audit }) => {
    authorize(canAddMember(actor));
    const branch = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: input.branchId },
      select: { name: true, startsOn: true, endsOn: true },
    });
    if (!branch) throw notFound();
    requireNoObstacle(memberDatesObstacle(input, today));
    requireNoObstacle(memberNumberObstacle(input));
    requireNoObstacle(
      membershipObstacle(
        { kind: "OFFICIAL", branchId: input.branchId, startsOn: input.startsOn, endsOn: null },
        { admittedOn: input.admittedOn, branch: withPeriod(branch), memberships: [] },
      ),
    );

    const id = randomUUID();
    const key = { committeeId: actor.committeeId, memberId: id };
    const { branchId, startsOn, decisionNumber, ...entry } = input;
    const { personal, register } = splitEntry(entry);
    const columns = personalColumns(personal);
    await tx.member.create({ data: { committeeId: actor.committeeId, id, ...columns.member }, select: { id: true } });
    await tx.memberProfile.create({
      data: { ...key, ...columns.profile, ...registerColumns(register) },
      select: { memberId: true },
    });
    await tx.memberSensitive.create({ data: { ...key, ...columns.sensitive }, select: { memberId: true } });
    const identity = identityColumns(id, register);
    if (identity) await tx.memberIdentity.create({ data: { ...key, ...identity }, select: { memberId: true } });
    await tx.membership.create({
      data: {
        committeeId: actor.committeeId,
        id: randomUUID(),
        memberId: id,
        branchId,
        decisionNumber,
        ...dbPeriod(startsOn, null),
      },
      select: { id: true },
    });
    audit({
      type: "member.added",
      subject: { kind: "member", id, name: input.fullName },
      branchId,
      params: { branch: branch.name, startsOn },
      changes: [
        {
          record: "Member",
          recordId: id,
          before: null,
          after: { ...withoutIdNumbers(entry), branch: branch.name, startsOn },
        },
      ],
    });
    return { id };
  });
}

/** The audit never holds an ID number in clear. */
function withoutIdNumbers<T extends { idNumber: string | null; oldIdNumber: string | null }>(entry: T) {
  const { idNumber, oldIdNumber, ...rest } = entry;
  return { ...rest, idNumberTail: idNumber?.slice(-3) ?? null, oldIdNumberTail: oldIdNumber?.slice(-3) ?? null };
}
