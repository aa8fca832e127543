import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { MembershipKind } from "@/lib/core/db/generated/enums";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import {
  identityColumns,
  personalColumns,
  registerColumns,
  splitEntry,
} from "@/lib/features/members/commands/member-rows";
import { memberDatesObstacle, memberNumberObstacle } from "@/lib/features/members/rules";
import { membershipObstacle } from "@/lib/features/members/rules/movements";
import type { AddMemberInput } from "@/lib/features/members/schema";

/** A member as entered, with the name of the branch and what to tell the audit. */
export type EnteredMember = { readonly id: string; readonly branchName: string; readonly change: AuditChange };

/** How a record begins: the id it is to have, and the stay in the branch, which for a guest ends on a day. */
export type FirstStay = { readonly id: string; readonly kind: MembershipKind; readonly endsOn: Day | null };

/**
 * Enters a member's record and the branch from a day on: a step of every command with which a record begins. Refuses dates
 * that cannot be true, numbers written wrongly, a branch not in force that day (RULE), and a card or ID number already
 * recorded (CONFLICT).
 */
export async function enterMember(
  context: CommandContext,
  input: AddMemberInput,
  stay: FirstStay = { id: randomUUID(), kind: "OFFICIAL", endsOn: null },
): Promise<EnteredMember> {
  const { tx, actor, today } = context;
  const { committeeId } = actor;
  const branch = await tx.branch.findFirst({
    where: { committeeId, id: input.branchId },
    select: { name: true, startsOn: true, endsOn: true },
  });
  if (!branch) throw notFound();
  requireNoObstacle(memberDatesObstacle(input, today));
  requireNoObstacle(memberNumberObstacle(input));
  requireNoObstacle(
    membershipObstacle(
      { kind: stay.kind, branchId: input.branchId, startsOn: input.startsOn, endsOn: stay.endsOn },
      { admittedOn: input.admittedOn, branch: withPeriod(branch), memberships: [] },
    ),
  );

  const { id, kind, endsOn } = stay;
  const key = { committeeId, memberId: id };
  const { branchId, startsOn, decisionNumber, ...entry } = input;
  const { personal, register } = splitEntry(entry);
  const columns = personalColumns(personal);
  await tx.member.create({ data: { committeeId, id, ...columns.member }, select: { id: true } });
  await tx.memberProfile.create({
    data: { ...key, ...columns.profile, ...registerColumns(register) },
    select: { memberId: true },
  });
  await tx.memberSensitive.create({ data: { ...key, ...columns.sensitive }, select: { memberId: true } });
  const identity = identityColumns(id, register);
  if (identity) await tx.memberIdentity.create({ data: { ...key, ...identity }, select: { memberId: true } });
  const end = { endsOn: toDbDate(endsOn), endReason: endsOn ? ("RETURNED" as const) : null };
  await tx.membership.create({
    data: { ...key, id: randomUUID(), branchId, kind, decisionNumber, ...end, startsOn: toDbDate(startsOn) },
    select: { id: true },
  });
  const after = { ...withoutIdNumbers(entry), branch: branch.name, startsOn };
  return { id, branchName: branch.name, change: { record: "Member", recordId: id, before: null, after } };
}

/** The audit never holds an ID number in clear. */
function withoutIdNumbers<T extends { idNumber: string | null; oldIdNumber: string | null }>(entry: T) {
  const { idNumber, oldIdNumber, ...rest } = entry;
  return { ...rest, idNumberTail: idNumber?.slice(-3) ?? null, oldIdNumberTail: oldIdNumber?.slice(-3) ?? null };
}
