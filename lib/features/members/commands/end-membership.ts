import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { departureObstacle } from "@/lib/features/members/rules/movements";

const period = { startsOn: true, endsOn: true } as const;

/** How a membership of this Party organisation ends for good; `endsOn` is the first day outside. */
export type Departure = {
  readonly memberId: string;
  readonly endsOn: Day;
  readonly reason: Exclude<MembershipEnd, "TRANSFERRED">;
  readonly decisionNumber: string | null;
};

/** An ended membership: whose it was, where, and what to tell the audit. */
export type EndedMembership = { readonly name: string; readonly branchId: string; readonly change: AuditChange };

/**
 * Ends somebody's membership of this Party organisation, with temporary activity and every status that would outlast it: a
 * step of the commands by which people leave. The record stays. Refuses who is in no branch, a day to come or before the
 * membership or something else began, and who still holds an office in the branch (RULE).
 */
export async function endMembership(
  context: CommandContext,
  { memberId, endsOn, reason, decisionNumber }: Departure,
): Promise<EndedMembership> {
  const { tx, actor, today } = context;
  const { committeeId } = actor;
  const member = await tx.member.findFirst({
    where: { committeeId, id: memberId },
    select: {
      fullName: true,
      memberships: { select: { id: true, branchId: true, kind: true, endReason: true, ...period } },
      branchOffices: { select: { branchId: true, kind: true, ...period } },
      statuses: { select: period },
    },
  });
  if (!member) throw notFound();
  const memberships = member.memberships.map(withPeriod);
  const rows = { offices: member.branchOffices.map(withPeriod), statuses: member.statuses.map(withPeriod) };
  requireNoObstacle(departureObstacle({ memberships, ...rows }, endsOn, today));
  const current = memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null);
  if (!current) throw notFound();

  const end = { endsOn: toDbDate(endsOn), version: { increment: 1 } };
  const outlasting = { OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(endsOn) } }] };
  const ended = await tx.membership.updateMany({
    where: { committeeId, id: current.id, endsOn: null },
    data: { ...end, endReason: reason },
  });
  if (ended.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
  await tx.membership.updateMany({
    where: { committeeId, memberId, kind: "TEMPORARY", ...outlasting },
    data: { ...end, endReason: reason },
  });
  await tx.memberStatus.updateMany({ where: { committeeId, memberId, ...outlasting }, data: end });
  await tx.member.updateMany({ where: { committeeId, id: memberId }, data: { version: { increment: 1 } } });
  const after = { lastDay: lastDayOf({ startsOn: current.startsOn, endsOn }), reason, decisionNumber };
  const change = { record: "Membership", recordId: current.id, before: { lastDay: null, reason: null }, after };
  return { name: member.fullName, branchId: current.branchId, change };
}
