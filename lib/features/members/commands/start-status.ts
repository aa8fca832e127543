import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { canMoveMember } from "@/lib/features/members/policy";
import { statusObstacle } from "@/lib/features/members/rules/movements";
import type { EndStatusInput, StartStatusInput } from "@/lib/features/members/schema";
import { endObstacle } from "@/lib/features/organization/rules";

const period = { startsOn: true, endsOn: true } as const;

/** A status that has begun: whose it is, where, and what to tell the audit. */
export type BegunStatus = {
  readonly id: string;
  readonly name: string;
  readonly branchId: string | null;
  readonly change: AuditChange;
};

/**
 * Begins an exemption, suspension or interruption: a step of every command with which one begins. Refuses one that stands
 * already, and somebody who is no member on the first day (RULE).
 */
export async function beginStatus({ tx, actor }: CommandContext, input: StartStatusInput): Promise<BegunStatus> {
  const { committeeId } = actor;
  const { memberId, kind, startsOn, lastDay, reason, decisionNumber } = input;
  const member = await tx.member.findFirst({
    where: { committeeId, id: memberId },
    select: {
      fullName: true,
      memberships: { select: { branchId: true, kind: true, endReason: true, ...period } },
      statuses: { select: { kind: true, ...period } },
    },
  });
  if (!member) throw notFound();
  const memberships = member.memberships.map(withPeriod);
  const facts = { memberships, statuses: member.statuses.map(withPeriod) };
  requireNoObstacle(statusObstacle({ kind, startsOn, endsOn: endAfter(lastDay) }, facts));

  const id = randomUUID();
  const columns = { memberId, kind, reason, decisionNumber };
  await tx.memberStatus.create({
    data: { committeeId, id, ...columns, ...dbPeriod(startsOn, lastDay) },
    select: { id: true },
  });
  const after = { kind, startsOn, lastDay, reason, decisionNumber };
  return {
    id,
    name: member.fullName,
    branchId: memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null)?.branchId ?? null,
    change: { record: "MemberStatus", recordId: id, before: null, after },
  };
}

/** Records an exemption, suspension or interruption of Party activity that stands by its papers. Refuses as `beginStatus` does. */
export function startStatus(actor: Actor, input: StartStatusInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "startStatus", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { memberId, kind, startsOn } = input;
    const member = await tx.member.findFirst({
      where: { committeeId: actor.committeeId, id: memberId },
      select: { id: true },
    });
    if (!member) throw notFound();
    authorize(canMoveMember(actor));
    const { id, name, branchId, change } = await beginStatus(context, input);
    audit({
      type: "memberStatus.started",
      subject: { kind: "member", id: memberId, name },
      branchId,
      params: { status: kind, startsOn },
      changes: [change],
    });
    return { id };
  });
}

/** Ends an exemption, suspension or interruption with its last day. */
export function endStatus(actor: Actor, input: EndStatusInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endStatus", input, ...sending }, async ({ tx, actor, audit }) => {
    const status = await tx.memberStatus.findFirst({
      where: { committeeId: actor.committeeId, id: input.id },
      select: { kind: true, memberId: true, member: { select: { fullName: true } }, ...period },
    });
    if (!status) throw notFound();
    authorize(canMoveMember(actor));
    const held = withPeriod(status);
    requireNoObstacle(endObstacle(held, input.lastDay));

    const written = await tx.memberStatus.updateMany({
      where: { committeeId: actor.committeeId, id: input.id, version: input.version },
      data: { endsOn: dbPeriod(held.startsOn, input.lastDay).endsOn, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "memberStatus.ended",
      subject: { kind: "member", id: status.memberId, name: status.member.fullName },
      params: { status: status.kind, lastDay: input.lastDay },
      changes: [
        {
          record: "MemberStatus",
          recordId: input.id,
          before: { lastDay: lastDayOf(held) },
          after: { lastDay: input.lastDay },
        },
      ],
    });
    return { id: input.id };
  });
}
