import type { Obstacle } from "@/lib/core/obstacle";

/* Too short to say what the file is for. */
const SHORTEST_PURPOSE = 10;

/** Whether so many rows are the register as a whole: more than half of it, so that leaving out a few changes nothing. */
export function isWholeRegister(rows: number, registered: number): boolean {
  return rows * 2 > registered;
}

/** Why no further file of the whole register may be taken today, after so many, where one person may take only so many. */
export function wholeFilesObstacle(takenToday: number, most: number): Obstacle | null {
  if (takenToday < most) return null;
  return { reason: "exports.errors.wholeFilesTaken", params: { most } };
}

/** Why this does not say what the file is for. */
export function purposeObstacle(purpose: string): Obstacle | null {
  if (purpose.length >= SHORTEST_PURPOSE) return null;
  return { reason: "exports.errors.purposeTooShort", params: { min: SHORTEST_PURPOSE }, field: "purpose" };
}
