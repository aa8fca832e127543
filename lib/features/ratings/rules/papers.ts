import type { Obstacle } from "@/lib/core/obstacle";

/** What a paper of a round lists, where it lists nobody. */
export type PaperPart = "vote" | "proposal" | "decided";

/** Why there is no paper: nothing of what it lists has been entered. */
export function emptyPaperObstacle(lines: number, part: PaperPart): Obstacle | null {
  return lines > 0 ? null : { reason: `ratings.errors.nothingToPrint.${part}` };
}

/** The last of some days; null of none. Takes days as they sort, so text by the calendar. */
export function lastOf<Day extends string>(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
}

/** The one day of those that have one; null where they differ or none has. */
export function onlyOf<Day extends string>(days: readonly (Day | null)[]): Day | null {
  const [first = null, ...others] = new Set(days.filter((one) => one !== null));
  return others.length === 0 ? first : null;
}

/** The decisions of some lines by number and day, as they first appear. */
export function decisionsOf<Day extends string>(
  lines: readonly { readonly decisionNumber: string | null; readonly decidedOn: Day | null }[],
): { readonly number: string; readonly on: Day; readonly count: number }[] {
  const decided = lines.flatMap(({ decisionNumber, decidedOn }) =>
    decisionNumber === null || decidedOn === null ? [] : [{ number: decisionNumber, on: decidedOn }],
  );
  const byPaper = Map.groupBy(decided, ({ number, on }) => `${on} ${number}`);
  return [...byPaper.values()].flatMap((own) => own.slice(0, 1).map((one) => ({ ...one, count: own.length })));
}
