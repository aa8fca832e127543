import "server-only";
import type { RoundHead } from "@/lib/features/ratings/queries/find-round";
import { nothingKnown, type RuledOut, ruledOut, type TaskTotals } from "@/lib/features/ratings/rules/ruled-out";

/** The levels that the year's records exclude under the rules of the round, each with why; the tasks are those that have come to their end. */
export function listRuledOut({ parameters }: RoundHead, tasks: TaskTotals): RuledOut[] {
  return ruledOut({ ...nothingKnown, tasks }, parameters);
}
