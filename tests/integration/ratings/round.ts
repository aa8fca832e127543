import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { confirmDecisions } from "@/lib/features/ratings/commands/confirm-decisions";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { recordDecisions } from "@/lib/features/ratings/commands/record-decisions";
import type { DecisionInput } from "@/lib/features/ratings/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, signInAs } from "../../support/register";

export const paper = {
  decisionNumber: "105-QĐ/ĐU",
  decidedOn: day("2022-12-20"),
  minutesNumber: "12-BB/ĐU",
  presentCount: 13,
};

/** The test register with the shipped rules, the round of 2022, a recorder and two leaders. */
export async function openRatedRegister() {
  const register = await openRegister();
  const { system, committeeId } = register;
  await installRuleSets(system);
  const round = await openRatingRound(system, { year: 2022, reckoningOn: day("2022-12-31") });
  const second = await signInAs(committeeId, "Lãnh đạo thứ hai", { role: "LEADER" });
  return { ...register, roundId: round.id, actors: { ...register.actors, second } };
}

export type RatedRegister = Awaited<ReturnType<typeof openRatedRegister>>;

/** Adds that many ordinary members to the second branch. */
export async function addMembers({ system, otherBranchId }: RatedRegister, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await addMember(system, memberInput(`Lò Văn Số ${index}`, otherBranchId))).id);
  }
  return ids;
}

/** Proposes these levels for members of the second branch; answers what can be recorded next. */
export async function propose(
  register: RatedRegister,
  levels: readonly (readonly [memberId: string, level: NonNullable<DecisionInput["level"]>])[],
): Promise<DecisionInput[]> {
  const { ids } = await proposeRatings(register.system, {
    roundId: register.roundId,
    branchId: register.otherBranchId,
    votedOn: null,
    proposals: levels.map(([memberId, level]) => ({ memberId, level, version: null, vote: null })),
  });
  return ids.map((ratingId, index) => ({ ratingId, version: 1, level: levels[index]?.[1] ?? null }));
}

export function record(actor: Actor, register: RatedRegister, decisions: readonly DecisionInput[]) {
  return recordDecisions(actor, { roundId: register.roundId, decisions, ...paper, reason: null });
}

export function confirm(actor: Actor, register: RatedRegister, ids: readonly string[], version = 2) {
  const ratings = ids.map((ratingId) => ({ ratingId, version }));
  return confirmDecisions(actor, { roundId: register.roundId, ratings, reason: null });
}

export async function stored(ratingId: string) {
  const [row] = await ownerRows<{
    state: string;
    level: string | null;
    notRatedReason: string | null;
    version: number;
  }>(`SELECT state, level, "notRatedReason", version FROM "Rating" WHERE id = $1`, [ratingId]);
  return row;
}
