import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { transferObstacle } from "@/lib/features/members/rules/movements";

const period = { startsOn: true, endsOn: true } as const;

/** A move to another branch of the same committee. */
export type Move = {
  readonly memberId: string;
  readonly branchId: string;
  readonly effectiveOn: Day;
  readonly decisionNumber: string | null;
};

/**
 * Moves a member to another branch of the same committee from a given day on: a step of the command that accepts a transfer.
 * Refuses the same branch, a day to come or before the member came, a branch not in force, and a member who still holds an
 * office in the old branch (RULE).
 */
export async function moveMember(context: CommandContext, move: Move): Promise<AuditChange[]> {
  const { tx, actor, today } = context;
  const { committeeId } = actor;
  const { memberId, branchId, effectiveOn, decisionNumber } = move;
  const member = await tx.member.findFirst({
    where: { committeeId, id: memberId },
    select: {
      memberships: { select: { id: true, branchId: true, kind: true, endReason: true, ...period } },
      branchOffices: { select: { branchId: true, kind: true, ...period } },
    },
  });
  const branches = await tx.branch.findMany({ where: { committeeId }, select: { id: true, name: true, ...period } });
  const target = branches.map(withPeriod).find((branch) => branch.id === branchId);
  if (!member || !target) throw notFound();
  const memberships = member.memberships.map(withPeriod);
  const facts = { memberships, offices: member.branchOffices.map(withPeriod), target };
  requireNoObstacle(transferObstacle(facts, effectiveOn, today));
  const current = memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null);
  if (!current) throw notFound();

  const ended = await tx.membership.updateMany({
    where: { committeeId, id: current.id, endsOn: null },
    data: { endsOn: toDbDate(effectiveOn), endReason: "TRANSFERRED", version: { increment: 1 } },
  });
  if (ended.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
  const id = randomUUID();
  await tx.membership.create({
    data: { committeeId, id, memberId, branchId, decisionNumber, ...dbPeriod(effectiveOn, null) },
    select: { id: true },
  });
  await tx.membership.updateMany({
    where: {
      committeeId,
      memberId,
      branchId,
      kind: "TEMPORARY",
      OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(effectiveOn) } }],
    },
    data: { endsOn: toDbDate(effectiveOn), endReason: "TRANSFERRED", version: { increment: 1 } },
  });
  await tx.member.updateMany({ where: { committeeId, id: memberId }, data: { version: { increment: 1 } } });
  const from = branches.find((branch) => branch.id === current.branchId)?.name ?? "";
  const left = { branch: from, endsOn: effectiveOn };
  const joined = { branch: target.name, startsOn: effectiveOn, decisionNumber };
  return [
    { record: "Membership", recordId: current.id, before: { branch: from, endsOn: null }, after: left },
    { record: "Membership", recordId: id, before: null, after: joined },
  ];
}
