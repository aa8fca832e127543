import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { endAfter, isInForceOn } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { sortKey } from "@/lib/core/text/sort-key";
import { memberDatesObstacle, memberNumberObstacle } from "@/lib/features/members/rules";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";
import { canProposeTransfer } from "@/lib/features/transfers/policy";
import { proposalObstacle, type TransferStanding } from "@/lib/features/transfers/rules";
import type { ProposeArrivalInput, ProposeTransferInput } from "@/lib/features/transfers/schema";

type FormKey = FormSending;
type Papers = Omit<ProposeTransferInput, "memberId">;

/**
 * Proposes that a member moves to another branch or Party organisation, or comes back from one, for good or for a time. It
 * takes effect once a second person accepts it. For the sending branch's secretary and the office. Refuses the person's own
 * (RULE), a place where the member is already, and a second proposal while one is pending (CONFLICT).
 */
export function proposeTransfer(actor: Actor, input: ProposeTransferInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "proposeTransfer", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { memberId, ...papers } = input;
    const member = await tx.member.findFirst({
      where: { committeeId: actor.committeeId, id: memberId },
      select: {
        fullName: true,
        sortKey: true,
        memberships: { where: { kind: "OFFICIAL" }, orderBy: { startsOn: "desc" }, take: 1 },
      },
    });
    if (!member) throw notFound();
    const [last] = member.memberships;
    const standing: TransferStanding = {
      branchId: last && last.endsOn === null ? last.branchId : null,
      leftBy: last?.endReason ?? null,
    };
    const fromBranchId = papers.direction === "IN" ? null : standing.branchId;
    authorize(canProposeTransfer(actor, fromBranchId));
    if (memberId === actor.memberId) throw new DomainError("RULE", "transfers.errors.ownTransfer");
    requireNoObstacle(proposalObstacle({ ...papers, endsOn: endAfter(papers.lastDay) }, standing));

    const person = { memberId, personName: member.fullName, sortKey: member.sortKey };
    const { id, change } = await writeProposal(context, { ...papers, ...person, fromBranchId });
    audit({
      type: "transfer.proposed",
      subject: { kind: "transfer", id, name: member.fullName },
      branchId: fromBranchId ?? papers.toBranchId,
      params: { direction: papers.direction, kind: papers.kind, effectiveOn: papers.effectiveOn },
      changes: [change],
    });
    return { id };
  });
}

/**
 * Proposes that somebody without a record comes to a branch from another Party organisation, with what the papers brought
 * along say; the record begins once a second person accepts it. For the office. Refuses dates and numbers that cannot be
 * true (RULE).
 */
export function proposeArrival(actor: Actor, input: ProposeArrivalInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "proposeArrival", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { fullName, sex, birthOn, ethnicity, education, ...others } = input;
    const { admittedOn, ceremonyOn, officialOn, cardNumber, oldCardNumber, ...papers } = others;
    authorize(canProposeTransfer(actor, null));
    const dates = { birthOn, admittedOn, ceremonyOn, officialOn, youthUnionOn: null };
    requireNoObstacle(memberDatesObstacle({ ...dates, officialDecidedOn: null, cardIssuedOn: null }, today));
    const numbers = { cardNumber, oldCardNumber, recordNumber: null, idNumber: null, oldIdNumber: null };
    requireNoObstacle(memberNumberObstacle(numbers));
    const plan = { ...papers, direction: "IN" as const };
    requireNoObstacle(proposalObstacle({ ...plan, endsOn: endAfter(plan.lastDay) }, null));

    const person = { memberId: null, personName: fullName, sortKey: sortKey(fullName), fromBranchId: null };
    const { id, change } = await writeProposal(context, { ...plan, ...person });
    const key = { committeeId: actor.committeeId, transferId: id, recordId: randomUUID() };
    const days = {
      admittedOn: toDbDate(admittedOn),
      ceremonyOn: toDbDate(ceremonyOn),
      officialOn: toDbDate(officialOn),
    };
    await tx.newcomer.create({
      data: { ...key, fullName, sex, birthOn, ethnicity, education, cardNumber, oldCardNumber, ...days },
      select: { transferId: true },
    });
    audit({
      type: "transfer.proposed",
      subject: { kind: "transfer", id, name: fullName },
      branchId: plan.toBranchId,
      params: { direction: "IN", kind: plan.kind, effectiveOn: plan.effectiveOn },
      changes: [change],
    });
    return { id };
  });
}

type Proposal = Papers & {
  memberId: string | null;
  personName: string;
  sortKey: string;
  fromBranchId: string | null;
};

async function writeProposal(context: CommandContext, of: Proposal): Promise<{ id: string; change: AuditChange }> {
  const { tx, actor, today } = context;
  const { committeeId, accountId, displayName } = actor;
  const { lastDay, causedOn, effectiveOn, letterOn, letterNumber, toBranchId, otherParty, ...rest } = of;
  if (accountId === null) throw notFound();
  if ((letterNumber === null) !== (letterOn === null)) {
    throw new DomainError("RULE", "transfers.errors.letterHalf", {}, "letterNumber");
  }
  const branch = toBranchId === null ? null : await loadTarget(context, toBranchId);
  if (branch && !isInForceOn(branch, effectiveOn)) {
    throw new DomainError("RULE", "members.errors.targetBranchNotInForce", {}, "toBranchId");
  }
  const charter = await getCharterOn(tx, committeeId, effectiveOn > today ? today : effectiveOn);

  const id = randomUUID();
  const places = {
    toBranchId: of.direction === "OUT" ? null : toBranchId,
    otherParty: of.direction === "WITHIN" ? null : otherParty,
  };
  const days = {
    causedOn: toDbDate(causedOn),
    effectiveOn: toDbDate(effectiveOn),
    endsOn: toDbDate(endAfter(lastDay)),
  };
  const letter = { letterNumber, letterOn: toDbDate(letterOn) };
  const hand = { proposedById: accountId, proposedBy: displayName, proposedOn: toDbDate(today) };
  await tx.transfer.create({
    data: { committeeId, id, ...rest, ...places, ...days, ...letter, ...hand, ruleSetId: charter.id },
    select: { id: true },
  });
  const { direction, kind, cause, decisionNumber } = of;
  const to = branch?.name ?? otherParty;
  const after = { direction, kind, to, cause, causedOn, effectiveOn, lastDay, decisionNumber, letterNumber };
  return { id, change: { record: "Transfer", recordId: id, before: null, after } };
}

async function loadTarget({ tx, actor }: CommandContext, id: string) {
  const branch = await tx.branch.findFirst({
    where: { committeeId: actor.committeeId, id },
    select: { name: true, startsOn: true, endsOn: true },
  });
  if (!branch) throw notFound();
  return withPeriod(branch);
}
