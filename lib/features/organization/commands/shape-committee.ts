import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { addDays, type Day, toDbDate } from "@/lib/core/day";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import type { Obstacle } from "@/lib/core/obstacle";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { canEditCommittee, canEditOrganization } from "@/lib/features/organization/policy";
import { committeeSeatObstacle, endObstacle, isCommitteeSeat } from "@/lib/features/organization/rules";
import type { CommitteeNameInput, EndOfficeInput, OpenTermInput, SeatInput } from "@/lib/features/organization/schema";

const period = { startsOn: true, endsOn: true } as const;

/** Records the Party organisation's legal name and superior body over a period; old papers keep the old one. */
export function recordCommitteeName(actor: Actor, input: CommitteeNameInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordCommitteeName", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canEditOrganization(actor));
    const id = randomUUID();
    const { name, superiorKind, superiorName, startsOn, lastDay } = input;
    await tx.committeeName.create({
      data: { committeeId: actor.committeeId, id, name, superiorKind, superiorName, ...dbPeriod(startsOn, lastDay) },
      select: { id: true },
    });
    audit({
      type: "committeeName.recorded",
      subject: { kind: "committee", id: actor.committeeId, name },
      changes: [{ record: "CommitteeName", recordId: id, before: null, after: { ...input } }],
    });
    return { id };
  });
}

/** Opens a term of the committee. */
export function openTerm(actor: Actor, input: OpenTermInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openTerm", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canEditCommittee(actor));
    const id = randomUUID();
    const { name, startsOn, lastDay } = input;
    await tx.term.create({
      data: { committeeId: actor.committeeId, id, name, ...dbPeriod(startsOn, lastDay) },
      select: { id: true },
    });
    audit({
      type: "term.opened",
      subject: { kind: "term", id, name },
      changes: [{ record: "Term", recordId: id, before: null, after: { ...input } }],
    });
    return { id };
  });
}

/** Gives a seat of the committee or its inspection commission. Refuses a second secretary or a seat outside the term (RULE). */
export function giveCommitteeSeat(actor: Actor, input: SeatInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "giveCommitteeSeat", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canEditCommittee(actor));
    const term = await tx.term.findFirst({
      where: { committeeId: actor.committeeId, id: input.termId },
      select: { name: true, ...period, offices: { select: { memberId: true, kind: true, ...period } } },
    });
    const member = await tx.member.findFirst({
      where: { committeeId: actor.committeeId, id: input.memberId },
      select: { fullName: true },
    });
    if (!term || !member) throw notFound();
    const { termId, memberId, kind, startsOn, lastDay, decisionNumber } = input;
    requireNoObstacle(
      committeeSeatObstacle(
        { memberId, kind, startsOn, endsOn: endAfter(lastDay) ?? withPeriod(term).endsOn },
        { term: withPeriod(term), seats: term.offices.map(withPeriod) },
      ),
    );

    const id = randomUUID();
    await tx.committeeOffice.create({
      data: {
        committeeId: actor.committeeId,
        id,
        termId,
        memberId,
        kind,
        decisionNumber,
        ...dbPeriod(startsOn, lastDay),
      },
      select: { id: true },
    });
    audit({
      type: "committeeSeat.given",
      subject: { kind: "member", id: memberId, name: member.fullName },
      params: { term: term.name, office: kind, startsOn },
      changes: [
        {
          record: "CommitteeOffice",
          recordId: id,
          before: null,
          after: { term: term.name, kind, startsOn, lastDay, decisionNumber },
        },
      ],
    });
    return { id };
  });
}

/** Ends a seat with its last day. Refuses while branches are still assigned to the person for later days, without another seat (RULE). */
export function endCommitteeSeat(actor: Actor, input: EndOfficeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endCommitteeSeat", input, ...sending }, async ({ tx, actor, audit }) => {
    const seat = await tx.committeeOffice.findFirst({
      where: { committeeId: actor.committeeId, id: input.id },
      select: { ...period, kind: true, memberId: true, member: { select: { fullName: true } } },
    });
    if (!seat) throw notFound();
    authorize(canEditCommittee(actor));
    const held = withPeriod(seat);
    requireNoObstacle(endObstacle(held, input.lastDay));
    requireNoObstacle(await findUnsettled(tx, actor.committeeId, { ...seat, id: input.id, lastDay: input.lastDay }));

    const written = await tx.committeeOffice.updateMany({
      where: { committeeId: actor.committeeId, id: input.id, version: input.version },
      data: { endsOn: dbPeriod(held.startsOn, input.lastDay).endsOn, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "committeeSeat.ended",
      subject: { kind: "member", id: seat.memberId, name: seat.member.fullName },
      params: { office: seat.kind, lastDay: input.lastDay },
      changes: [
        {
          record: "CommitteeOffice",
          recordId: input.id,
          before: { lastDay: lastDayOf(held) },
          after: { lastDay: input.lastDay },
        },
      ],
    });
    return { id: input.id };
  });
}

type Leaving = {
  readonly id: string;
  readonly memberId: string;
  readonly lastDay: Day;
  readonly member: { fullName: string };
};

/* Whoever leaves the committee is in charge of nothing any more: the branches are given to others first, each named. */
async function findUnsettled(
  tx: Tx,
  committeeId: string,
  { id, memberId, lastDay, member }: Leaving,
): Promise<Obstacle | null> {
  const later = { OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(addDays(lastDay, 1)) } }] };
  const assigned = await tx.assignment.findMany({
    where: { AND: [{ committeeId, memberId }, later] },
    orderBy: { branch: { sortKey: "asc" } },
    select: { branch: { select: { name: true } } },
  });
  if (assigned.length === 0) return null;
  const others = await tx.committeeOffice.findMany({
    where: { AND: [{ committeeId, memberId, NOT: { id } }, later] },
    select: { kind: true },
  });
  const branches = [...new Set(assigned.map(({ branch }) => branch.name))].join("; ");
  const params = { name: member.fullName, branches };
  return others.some(({ kind }) => isCommitteeSeat(kind))
    ? null
    : { reason: "organization.errors.branchesToSettle", params };
}
