import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { endAfter, type Interval } from "@/lib/core/day/interval";

/** The two DATE columns of a stored period. */
export type DbPeriod = { startsOn: Date; endsOn: Date | null };

/** The period of a row, as days. */
export function periodOf(row: DbPeriod): Interval {
  return { startsOn: fromDbDate(row.startsOn), endsOn: fromDbDate(row.endsOn) };
}

/** A row with its period as days instead of database dates. */
export function withPeriod<T extends DbPeriod>(row: T): Omit<T, keyof DbPeriod> & Interval {
  return { ...row, ...periodOf(row) };
}

/** The columns to store for a first day and a last day as typed. */
export function dbPeriod(startsOn: Day, lastDay: Day | null): DbPeriod {
  return { startsOn: toDbDate(startsOn), endsOn: toDbDate(endAfter(lastDay)) };
}

/** The condition that a period is in force on a day, for a `where`. */
export function inForce(on: Day) {
  const date = toDbDate(on);
  return { startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gt: date } }] };
}
