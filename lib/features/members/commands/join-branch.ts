import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { type Interval, lastDayOf } from "@/lib/core/day/interval";
import type { MembershipKind } from "@/lib/core/db/generated/enums";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { membershipObstacle, stayObstacle } from "@/lib/features/members/rules/movements";

/** A stay in a branch that begins: officially, or as a guest until a day. */
export type Stay = Interval & {
  readonly memberId: string;
  readonly branchId: string;
  readonly kind: MembershipKind;
  readonly decisionNumber: string | null;
};

/**
 * Begins a stay of somebody who has a record: who comes back from another Party organisation, or is on temporary activity. A
 * step of the command that accepts a transfer. Refuses a second official branch, a second stay as a guest, being a guest at
 * home, and a branch not in force (RULE).
 */
export async function joinBranch({ tx, actor }: CommandContext, stay: Stay): Promise<AuditChange> {
  const { committeeId } = actor;
  const { memberId, branchId, kind, startsOn, endsOn, decisionNumber } = stay;
  const member = await tx.member.findFirst({
    where: { committeeId, id: memberId },
    select: {
      profile: { select: { admittedOn: true } },
      memberships: { select: { branchId: true, kind: true, endReason: true, startsOn: true, endsOn: true } },
    },
  });
  const branch = await tx.branch.findFirst({
    where: { committeeId, id: branchId },
    select: { name: true, startsOn: true, endsOn: true },
  });
  if (!member?.profile || !branch) throw notFound();
  const facts = {
    admittedOn: fromDbDate(member.profile.admittedOn),
    branch: withPeriod(branch),
    memberships: member.memberships.map(withPeriod),
  };
  requireNoObstacle(membershipObstacle({ kind, branchId, startsOn, endsOn }, facts));

  const id = randomUUID();
  const end = { endsOn: toDbDate(endsOn), endReason: endsOn ? ("RETURNED" as const) : null };
  await tx.membership.create({
    data: { committeeId, id, memberId, branchId, kind, decisionNumber, startsOn: toDbDate(startsOn), ...end },
    select: { id: true },
  });
  await tx.member.updateMany({ where: { committeeId, id: memberId }, data: { version: { increment: 1 } } });
  const after = { branch: branch.name, kind, startsOn, lastDay: lastDayOf(stay), decisionNumber };
  return { record: "Membership", recordId: id, before: null, after };
}

/**
 * Ends a stay as a guest of that branch so that the day is the first one no longer, sooner or later than was planned: a step of
 * the transfer's command. Refuses a stay that has ended otherwise, and an end that runs into another stay (RULE).
 */
export async function leaveBranch(
  { tx, actor }: CommandContext,
  of: { readonly memberId: string; readonly branchId: string; readonly startsOn: Day; readonly endsOn: Day },
): Promise<void> {
  const { committeeId } = actor;
  const { memberId, branchId, startsOn, endsOn } = of;
  const stored = await tx.membership.findMany({
    where: { committeeId, memberId },
    select: { id: true, branchId: true, kind: true, endReason: true, startsOn: true, endsOn: true },
  });
  const rows = stored.map(withPeriod);
  const stay = rows.find((row) => row.kind === "TEMPORARY" && row.branchId === branchId && row.startsOn === startsOn);
  if (!stay) throw notFound();
  if (stay.endReason !== null && stay.endReason !== "RETURNED") {
    throw new DomainError("RULE", "members.errors.stayIsOver");
  }
  const others = rows.filter((row) => row !== stay);
  requireNoObstacle(stayObstacle({ ...stay, endsOn }, others));
  const ended = await tx.membership.updateMany({
    where: { committeeId, id: stay.id, endReason: stay.endReason },
    data: { endsOn: toDbDate(endsOn), endReason: "RETURNED", version: { increment: 1 } },
  });
  if (ended.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
