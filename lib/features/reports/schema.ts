import { z } from "zod";
import { type Day, firstDayOfYear, lastDayOfYear, parseDay, yearOf } from "@/lib/core/day";
import { dayField } from "@/lib/core/fields";

/** The columns of the table, in order: the first plus the rises less the falls is the last. */
export const rollColumns = [
  "opening",
  "admitted",
  "transferredIn",
  "arrived",
  "transferredOut",
  "movedAway",
  "deceased",
  "removed",
  "resigned",
  "expelled",
  "closing",
] as const;
/** One of them. */
export type RollColumn = (typeof rollColumns)[number];

/** The period whose table is closed. */
export const closeRollInput = z.strictObject({ from: dayField(), to: dayField() });
export type CloseRollInput = z.output<typeof closeRollInput>;

const optionalId = z.uuid().nullable().catch(null);

/** What the table of rises and falls shows, as its address says: the period, and the cell whose names are open. */
export type RollInput = {
  readonly from: Day;
  readonly to: Day;
  readonly column: RollColumn | null;
  readonly branch: string | null;
};

/** Reads the address: the year of `today` where it names no period, both days in order. */
export function rollInput(query: Readonly<Record<string, string>>, today: Day): RollInput {
  const year = yearOf(today);
  const from = dayOr(query.from, firstDayOfYear(year));
  const to = dayOr(query.to, from > today ? from : lastDayOfYear(yearOf(from)));
  const [first, last] = from <= to ? [from, to] : [to, from];
  const column = rollColumns.find((one) => one === query.column) ?? null;
  return { from: first, to: last, column, branch: optionalId.parse(query.branch || null) };
}

function dayOr(typed: string | undefined, fallback: Day): Day {
  const parsed = parseDay(typed ?? "");
  return parsed.kind === "day" ? parsed.day : fallback;
}
