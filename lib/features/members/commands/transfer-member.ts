import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, runCommand, type Sending } from "@/lib/core/command";
import { type Day, toDbDate, typedForm } from "@/lib/core/day";
import { endAfter, isInForceOn } from "@/lib/core/day/interval";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { canMoveMember } from "@/lib/features/members/policy";
import { transferObstacle } from "@/lib/features/members/rules";
import type { RecordDepartureInput, TransferMemberInput } from "@/lib/features/members/schema";
import { endObstacle } from "@/lib/features/organization/rules";

const period = { startsOn: true, endsOn: true } as const;

async function loadMember({ tx, actor }: CommandContext, memberId: string) {
  const member = await tx.member.findFirst({
    where: { committeeId: actor.committeeId, id: memberId },
    select: {
      fullName: true,
      memberships: { select: { id: true, branchId: true, kind: true, endReason: true, ...period } },
      branchOffices: { select: { branchId: true, kind: true, ...period } },
    },
  });
  if (!member) throw notFound();
  return { ...member, memberships: member.memberships.map(withPeriod), offices: member.branchOffices.map(withPeriod) };
}

async function takeVersion({ tx, actor }: CommandContext, id: string, version: number): Promise<void> {
  const written = await tx.member.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

async function endMembership(
  { tx, actor }: CommandContext,
  id: string,
  endsOn: Day,
  endReason: MembershipEnd,
): Promise<void> {
  const ended = await tx.membership.updateMany({
    where: { committeeId: actor.committeeId, id, endsOn: null },
    data: { endsOn: toDbDate(endsOn), endReason, version: { increment: 1 } },
  });
  if (ended.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

/**
 * Moves a member to another branch of the same committee from a given day on. Refuses the same branch, a day before the
 * member came, a branch not in force, and a member who still holds an office in the old branch (RULE).
 */
export function transferMember(actor: Actor, input: TransferMemberInput, sending: Pick<Sending, "formKey"> = {}) {
  return runCommand(actor, { command: "transferMember", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const member = await loadMember(context, input.memberId);
    authorize(canMoveMember(actor));
    const branches = await tx.branch.findMany({
      where: { committeeId: actor.committeeId },
      select: { id: true, name: true, ...period },
    });
    const target = branches.map(withPeriod).find((branch) => branch.id === input.branchId);
    if (!target) throw notFound();
    requireNoObstacle(transferObstacle({ ...member, target }, input.effectiveOn, today));
    const current = member.memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null);
    if (!current) throw notFound();

    await takeVersion(context, input.memberId, input.version);
    await endMembership(context, current.id, input.effectiveOn, "TRANSFERRED");
    const { memberId, branchId, effectiveOn, decisionNumber } = input;
    const id = randomUUID();
    await tx.membership.create({
      data: { committeeId: actor.committeeId, id, memberId, branchId, decisionNumber, ...dbPeriod(effectiveOn, null) },
      select: { id: true },
    });
    const from = branches.find((branch) => branch.id === current.branchId)?.name ?? "";
    audit({
      type: "member.transferred",
      subject: { kind: "member", id: memberId, name: member.fullName },
      branchId,
      params: { from, to: target.name, effectiveOn },
      changes: [
        {
          record: "Membership",
          recordId: current.id,
          before: { branch: from, endsOn: null },
          after: { branch: from, endsOn: effectiveOn },
        },
        {
          record: "Membership",
          recordId: id,
          before: null,
          after: { branch: target.name, startsOn: effectiveOn, decisionNumber },
        },
      ],
    });
    return { id: memberId };
  });
}

/** Records that a member has left the committee's branches after a last day, and why. The record stays. */
export function recordDeparture(actor: Actor, input: RecordDepartureInput, sending: Pick<Sending, "formKey"> = {}) {
  return runCommand(actor, { command: "recordDeparture", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const member = await loadMember(context, input.memberId);
    authorize(canMoveMember(actor));
    const current = member.memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null);
    if (!current) throw new DomainError("RULE", "members.errors.notInBranch");
    if (input.lastDay > today) throw new DomainError("RULE", "members.errors.inFuture", {}, "lastDay");
    requireNoObstacle(endObstacle(current, input.lastDay));
    const endsOn = endAfter(input.lastDay);
    if (!endsOn) throw notFound();
    const office = member.offices.find((row) => isInForceOn(row, endsOn));
    if (office)
      throw new DomainError("RULE", "members.errors.holdsBranchOffice", { since: typedForm(office.startsOn) });

    await takeVersion(context, input.memberId, input.version);
    await endMembership(context, current.id, endsOn, input.reason);
    audit({
      type: "member.departed",
      subject: { kind: "member", id: input.memberId, name: member.fullName },
      branchId: current.branchId,
      params: { reason: input.reason, lastDay: input.lastDay },
      changes: [
        {
          record: "Membership",
          recordId: current.id,
          before: { lastDay: null, reason: null },
          after: { lastDay: input.lastDay, reason: input.reason, decisionNumber: input.decisionNumber },
        },
      ],
    });
    return { id: input.memberId };
  });
}
