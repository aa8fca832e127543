const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/* Excel believes in 29/02/1900, so that its numbers before 1 March 1900 are one behind. */
const FIRST_RIGHT = 61;

/** A day as Excel numbers it, the time of day left off. */
export function dayCell(date: Date): { serial: number } {
  const days = Math.floor((date.getTime() - EPOCH) / DAY);
  return { serial: days < FIRST_RIGHT ? days - 1 : days };
}
