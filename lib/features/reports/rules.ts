import { addDays, addMonths, type Day, firstDayOfYear, lastDayOfYear, typedForm, yearOf } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type RollColumn, rollColumns } from "@/lib/features/reports/schema";

/** How a stay in a branch began: by admission, from another branch here, or from another Party organisation. */
export type StayBegan = "ADMITTED" | "TRANSFERRED" | "ARRIVED";

/** A stay in a branch of somebody, as the table of rises and falls counts it. */
export type RollStay = Interval & {
  readonly id: string;
  readonly memberId: string;
  readonly fullName: string;
  readonly branchId: string;
  readonly began: StayBegan;
  readonly endReason: MembershipEnd | null;
};

const risen: Readonly<Record<StayBegan, RollColumn>> = {
  ADMITTED: "admitted",
  TRANSFERRED: "transferredIn",
  ARRIVED: "arrived",
};

/* A stay that ended without a word why was left for elsewhere; one a guest returned from is no official stay. */
const fallen: Readonly<Record<MembershipEnd, RollColumn>> = {
  TRANSFERRED: "transferredOut",
  MOVED_AWAY: "movedAway",
  RETURNED: "movedAway",
  DECEASED: "deceased",
  REMOVED: "removed",
  RESIGNED: "resigned",
  EXPELLED: "expelled",
};

/**
 * The rises and falls of the stays given between two days, both included: who was there on the eve, who came and left and how,
 * and who is there at the end. Opening plus rises less falls is closing, whatever the stays.
 */
export function riseAndFall(
  stays: readonly RollStay[],
  { from, to }: { from: Day; to: Day },
): Readonly<Record<RollColumn, readonly RollStay[]>> {
  const line: Record<RollColumn, RollStay[]> = {
    opening: stays.filter((stay) => isInForceOn(stay, addDays(from, -1))),
    admitted: [],
    transferredIn: [],
    arrived: [],
    transferredOut: [],
    movedAway: [],
    deceased: [],
    removed: [],
    resigned: [],
    expelled: [],
    closing: stays.filter((stay) => isInForceOn(stay, to)),
  };
  for (const stay of stays) {
    if (from <= stay.startsOn && stay.startsOn <= to) line[risen[stay.began]].push(stay);
    if (stay.endsOn !== null && from <= stay.endsOn && stay.endsOn <= to) {
      line[fallen[stay.endReason ?? "MOVED_AWAY"]].push(stay);
    }
  }
  return line;
}

/** A person in a column of a branch, by a stay there: what the table shows, and what a closed one keeps. */
export type RollEntry = {
  readonly branchId: string;
  readonly column: RollColumn;
  readonly memberId: string;
  readonly fullName: string;
  readonly stayId: string;
};

/** Who stands behind each number of one line. */
export type RollLine = Readonly<Record<RollColumn, readonly RollEntry[]>>;

/** The entries column by column: of one branch, or of all of them together. */
export function lineOf(entries: readonly RollEntry[]): RollLine {
  const of = (column: RollColumn) => entries.filter((entry) => entry.column === column);
  return {
    opening: of("opening"),
    admitted: of("admitted"),
    transferredIn: of("transferredIn"),
    arrived: of("arrived"),
    transferredOut: of("transferredOut"),
    movedAway: of("movedAway"),
    deceased: of("deceased"),
    removed: of("removed"),
    resigned: of("resigned"),
    expelled: of("expelled"),
    closing: of("closing"),
  };
}

/** Everybody of the table as the stays tell it, column by column. */
export function entriesOf(stays: readonly RollStay[], period: { from: Day; to: Day }): RollEntry[] {
  const line = riseAndFall(stays, period);
  return rollColumns.flatMap((column) =>
    line[column].map(({ id, memberId, fullName, branchId }) => ({ branchId, column, memberId, fullName, stayId: id })),
  );
}

/** Somebody who has come into a column (1) or out of it (-1) since the table was closed. */
export type RollStep = Pick<RollEntry, "branchId" | "column"> & { readonly change: number };

/** By how much each number of one line differs from what was closed, after the corrections given. */
export function differencesOf(steps: readonly RollStep[]): Readonly<Partial<Record<RollColumn, number>>> {
  const sums: Partial<Record<RollColumn, number>> = {};
  for (const { column, change } of steps) sums[column] = (sums[column] ?? 0) + change;
  return sums;
}

/** Why this period cannot be closed: it is no quarter and no year, or not over yet. */
export function closingObstacle({ from, to }: { from: Day; to: Day }, today: Day): Obstacle | null {
  if (!isQuarterOrYear(from, to)) return { reason: "reports.errors.noPeriod" };
  return to >= today ? { reason: "reports.errors.notOver", params: { day: typedForm(to) } } : null;
}

/** Whether the two days are the first and the last of a quarter or of a year. */
export function isQuarterOrYear(from: Day, to: Day): boolean {
  const first = firstDayOfYear(yearOf(from));
  if (from === first && to === lastDayOfYear(yearOf(from))) return true;
  return [0, 3, 6, 9].some((months) => from === addMonths(first, months) && to === addDays(addMonths(from, 3), -1));
}

/** The last day of which what ended on that day or before has been kept for so many months by today. */
export function keptUntil(today: Day, months: number): Day {
  return addMonths(today, -months);
}
