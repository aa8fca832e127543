import { addDays, type Day, firstDayOfYear, yearOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";
import type { MembershipEnd, TransferDirection } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** An official stay in a branch. */
export type RegisterStay = Interval & {
  readonly branchId: string;
  readonly branch: string;
  readonly endReason: MembershipEnd | null;
};

/** What the register says of a person is read from: the official stays by their days, and where transfers came from or went to. */
export type RegisterFacts = {
  readonly admittedOn: Day | null;
  readonly stays: readonly RegisterStay[];
  readonly transfers: readonly {
    readonly direction: TransferDirection;
    readonly effectiveOn: Day;
    readonly otherParty: string | null;
  }[];
};

/** A move in or out: its day, and the place where it is known. */
export type RegisterMove = { readonly on: Day; readonly place: string | null };

/** How somebody stands in the register of a branch or of the whole on a day (7-HSĐV, columns 10 to 13). */
export type RegisterEntry = {
  readonly branch: string;
  readonly isPresent: boolean;
  readonly movedIn: RegisterMove | null;
  readonly movedOut: RegisterMove | null;
  readonly diedOn: Day | null;
  readonly left: { readonly on: Day; readonly reason: MembershipEnd } | null;
};

/** Whose register it is, null for the whole, and as of which day. */
export type RegisterAsk = { readonly branchId: string | null; readonly on: Day };

/** The entry of a person; null for who was not in it by that day, or had left before the year of that day. */
export function registerEntry(of: RegisterFacts, { branchId, on }: RegisterAsk): RegisterEntry | null {
  const known = of.stays.filter((stay) => stay.startsOn <= on);
  const last = known.findLast((stay) => branchId === null || stay.branchId === branchId);
  if (!last) return null;
  const endedOn = last.endsOn !== null && last.endsOn <= on ? last.endsOn : null;
  if (endedOn !== null && endedOn < firstDayOfYear(yearOf(on))) return null;
  const { endReason } = last;
  const hasMoved = endReason === "TRANSFERRED" || endReason === "MOVED_AWAY";
  const hasLeft = endReason === "RESIGNED" || endReason === "REMOVED" || endReason === "EXPELLED";
  return {
    branch: last.branch,
    isPresent: endedOn === null,
    movedIn: moveIn(of, branchId === null ? firstOfRun(known, last) : last),
    movedOut: endedOn && hasMoved ? { on: endedOn, place: placeAfter(of, last, endedOn) } : null,
    diedOn: endedOn && endReason === "DECEASED" ? addDays(endedOn, -1) : null,
    left: endedOn && hasLeft ? { on: endedOn, reason: endReason } : null,
  };
}

/* The stays that follow one another without a day between are one for the whole. */
function firstOfRun(stays: readonly RegisterStay[], last: RegisterStay): RegisterStay {
  const before = stays.find((stay) => stay !== last && stay.endsOn === last.startsOn);
  return before ? firstOfRun(stays, before) : last;
}

function moveIn({ stays, transfers, admittedOn }: RegisterFacts, first: RegisterStay): RegisterMove | null {
  const on = first.startsOn;
  const before = stays.find((stay) => stay !== first && stay.endsOn === on);
  if (before) return { on, place: before.branch };
  const arrival = transfers.find(({ direction, effectiveOn }) => direction === "IN" && effectiveOn === on);
  if (arrival) return { on, place: arrival.otherParty };
  return admittedOn !== null && admittedOn < on ? { on, place: null } : null;
}

function placeAfter({ stays, transfers }: RegisterFacts, last: RegisterStay, endedOn: Day): string | null {
  const next = stays.find((stay) => stay !== last && stay.startsOn === endedOn);
  const departure = transfers.find(({ direction, effectiveOn }) => direction === "OUT" && effectiveOn === endedOn);
  return next?.branch ?? departure?.otherParty ?? null;
}

/* Word lays longer tables out slowly, and filling them would keep others waiting. */
const MOST_ROWS = { docx: 500, xlsx: 5000 } as const;

/** Why so many rows are not one file. */
export function registerSizeObstacle(rows: number, format: keyof typeof MOST_ROWS): Obstacle | null {
  const most = MOST_ROWS[format];
  return rows <= most ? null : { reason: `documents.errors.tooManyRows.${format}`, params: { most, rows } };
}
