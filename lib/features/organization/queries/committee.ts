import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { type Interval, isInForceOn, lastDayOf } from "@/lib/core/day/interval";
import type { CommitteeOfficeKind, SuperiorKind } from "@/lib/core/db/generated/enums";
import { id as idField } from "@/lib/core/fields";
import { inForce, withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEditCommittee, canEditOrganization, canSeeCommittee } from "@/lib/features/organization/policy";

const period = { startsOn: true, endsOn: true } as const;

/** First and last day, as screens show a period. */
export type Days = { readonly startsOn: Day; readonly lastDay: Day | null };

/** The Party organisation's legal name over a period, and the body above it. */
export type CommitteeNameView = Days & {
  readonly id: string;
  readonly name: string;
  readonly superiorKind: SuperiorKind;
  readonly superiorName: string;
  /** The Party organisations it follows, and by which decision, where it follows any. */
  readonly predecessors: readonly string[];
  readonly decision: { readonly number: string; readonly on: Day; readonly body: string } | null;
};

/** A term of the committee. */
export type TermView = Days & { readonly id: string; readonly name: string };

/** A seat of the committee or of its inspection commission. */
export type SeatView = Days & {
  readonly id: string;
  readonly kind: CommitteeOfficeKind;
  readonly memberId: string;
  readonly memberName: string;
  readonly termName: string;
  readonly decisionNumber: string | null;
  readonly version: number;
};

/** The committee as it was on a day, and everything dated around it. `seats` are those held on that day, highest first. */
export type CommitteeView = {
  readonly on: Day;
  readonly name: CommitteeNameView | null;
  readonly names: readonly CommitteeNameView[];
  readonly terms: readonly TermView[];
  readonly term: TermView | null;
  readonly seats: readonly SeatView[];
  readonly can: { readonly editSeats: boolean; readonly editNames: boolean };
};

/** A person who could be given a seat. */
export type SeatCandidate = { readonly id: string; readonly name: string; readonly branchName: string };

const RANK: readonly CommitteeOfficeKind[] = [
  "SECRETARY",
  "DEPUTY",
  "STANDING_MEMBER",
  "MEMBER",
  "INSPECTION_HEAD",
  "INSPECTION_DEPUTY",
  "INSPECTION_MEMBER",
];

const seatColumns = {
  id: true,
  kind: true,
  memberId: true,
  decisionNumber: true,
  version: true,
  ...period,
  member: { select: { fullName: true, sortKey: true } },
  term: { select: { name: true, endsOn: true } },
} as const;

/** The committee on that day, or null for who may not see its seats. */
export async function findCommittee(actor: Actor, on: Day): Promise<CommitteeView | null> {
  if (!canSeeCommittee(actor)) return null;
  return readAs(actor, async (tx) => {
    const where = { committeeId: actor.committeeId };
    const nameRows = await tx.committeeName.findMany({
      where,
      orderBy: { startsOn: "desc" },
      omit: { committeeId: true, version: true },
    });
    const termRows = await tx.term.findMany({
      where,
      orderBy: { startsOn: "desc" },
      select: { id: true, name: true, ...period },
    });
    const seats = await tx.committeeOffice.findMany({
      where: { AND: [where, inForce(on), { term: inForce(on) }] },
      relationLoadStrategy: "join",
      select: seatColumns,
    });
    const [names, terms] = [nameRows.map(nameOf), termRows.map(withPeriod)];
    const [name, term] = [onDay(names, on), onDay(terms, on)];
    return {
      on,
      name: name ? withDays(name) : null,
      names: names.map(withDays),
      terms: terms.map(withDays),
      term: term ? withDays(term) : null,
      seats: seats.toSorted(bySeat).map(seatView),
      can: { editSeats: canEditCommittee(actor), editNames: canEditOrganization(actor) },
    };
  });
}

/** One seat, for the form that ends it; null where it is not there or not the reader's to change. */
export async function findSeat(actor: Actor, id: string): Promise<SeatView | null> {
  if (!canEditCommittee(actor) || !idField().safeParse(id).success) return null;
  return readAs(actor, async (tx) => {
    const where = { committeeId: actor.committeeId, id };
    const row = await tx.committeeOffice.findFirst({ where, relationLoadStrategy: "join", select: seatColumns });
    return row ? seatView(row) : null;
  });
}

/** Who is on the headcount on that day, by given name; empty for who may not give seats. */
export async function listSeatCandidates(actor: Actor, on: Day): Promise<SeatCandidate[]> {
  if (!canEditCommittee(actor)) return [];
  return readAs(actor, async (tx) => {
    const rows = await tx.membership.findMany({
      where: { AND: [{ committeeId: actor.committeeId, kind: "OFFICIAL" }, inForce(on)] },
      relationLoadStrategy: "join",
      select: { member: { select: { id: true, fullName: true, sortKey: true } }, branch: { select: { name: true } } },
    });
    return rows
      .toSorted((one, other) => compare(one.member.sortKey, other.member.sortKey))
      .map(({ member, branch }) => ({ id: member.id, name: member.fullName, branchName: branch.name }));
  });
}

type NameRow = Parameters<typeof withPeriod>[0] & {
  id: string;
  name: string;
  superiorKind: SuperiorKind;
  superiorName: string;
  predecessors: string[];
  decisionNumber: string | null;
  decisionOn: Date | null;
  decisionBody: string | null;
};

function nameOf({ decisionNumber: number, decisionOn, decisionBody: body, ...row }: NameRow) {
  const on = fromDbDate(decisionOn);
  return { ...withPeriod(row), decision: number && on && body ? { number, on, body } : null };
}

type SeatRow = Parameters<typeof withPeriod>[0] & {
  id: string;
  kind: CommitteeOfficeKind;
  memberId: string;
  decisionNumber: string | null;
  version: number;
  member: { fullName: string; sortKey: string };
  term: { name: string };
};

function seatView({ member, term, ...row }: SeatRow): SeatView {
  return { ...withDays(withPeriod(row)), memberName: member.fullName, termName: term.name };
}

function bySeat(one: SeatRow, other: SeatRow): number {
  return RANK.indexOf(one.kind) - RANK.indexOf(other.kind) || compare(one.member.sortKey, other.member.sortKey);
}

function withDays<T extends Interval>({ endsOn, ...row }: T): Omit<T, "endsOn"> & { lastDay: Day | null } {
  return { ...row, lastDay: lastDayOf({ startsOn: row.startsOn, endsOn }) };
}

function onDay<T extends Interval>(all: readonly T[], on: Day): T | undefined {
  return all.find((one) => isInForceOn(one, on));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
