import "server-only";
import type { RoundHead } from "@/lib/features/ratings/queries/find-round";
import { nothingKnown, type ReviewFacts, type RuledOut, ruledOut } from "@/lib/features/ratings/rules/ruled-out";

/** The levels that what is known of the subject's year excludes under the rules of the round, each with why; tasks are those that have come to their end. */
export function listRuledOut({ parameters }: RoundHead, known: Partial<ReviewFacts>): RuledOut[] {
  return ruledOut({ ...nothingKnown, ...known }, parameters);
}
