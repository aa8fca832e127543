import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { runCommand, type Sending } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { canMoveMember } from "@/lib/features/members/policy";
import { statusObstacle } from "@/lib/features/members/rules";
import type { EndStatusInput, StartStatusInput } from "@/lib/features/members/schema";
import { endObstacle } from "@/lib/features/organization/rules";

const period = { startsOn: true, endsOn: true } as const;

/** Records an exemption, suspension or interruption of Party activity from a day on. Refuses one that stands already (RULE). */
export function startStatus(actor: Actor, input: StartStatusInput, sending: Pick<Sending, "formKey"> = {}) {
  return runCommand(actor, { command: "startStatus", input, ...sending }, async ({ tx, actor, audit }) => {
    const member = await tx.member.findFirst({
      where: { committeeId: actor.committeeId, id: input.memberId },
      select: {
        fullName: true,
        profile: { select: { officialOn: true } },
        memberships: { select: { branchId: true, kind: true, endReason: true, ...period } },
        statuses: { select: { kind: true, ...period } },
      },
    });
    if (!member) throw notFound();
    authorize(canMoveMember(actor));
    const { memberId, kind, startsOn, lastDay, reason, decisionNumber } = input;
    const facts = {
      officialOn: fromDbDate(member.profile?.officialOn ?? null),
      memberships: member.memberships.map(withPeriod),
      statuses: member.statuses.map(withPeriod),
    };
    requireNoObstacle(statusObstacle({ kind, startsOn, endsOn: endAfter(lastDay) }, facts));

    const id = randomUUID();
    await tx.memberStatus.create({
      data: {
        committeeId: actor.committeeId,
        id,
        memberId,
        kind,
        reason,
        decisionNumber,
        ...dbPeriod(startsOn, lastDay),
      },
      select: { id: true },
    });
    audit({
      type: "memberStatus.started",
      subject: { kind: "member", id: memberId, name: member.fullName },
      branchId: facts.memberships.find((row) => row.endsOn === null)?.branchId ?? null,
      params: { status: kind, startsOn },
      changes: [
        {
          record: "MemberStatus",
          recordId: id,
          before: null,
          after: { kind, startsOn, lastDay, reason, decisionNumber },
        },
      ],
    });
    return { id };
  });
}

/** Ends an exemption, suspension or interruption with its last day. */
export function endStatus(actor: Actor, input: EndStatusInput, sending: Pick<Sending, "formKey"> = {}) {
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
