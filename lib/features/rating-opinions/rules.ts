import { type Day, typedForm } from "@/lib/core/day";
import { OpinionGiver, type RatingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** Whose opinions somebody enters: the office all, leadership the committee's, a branch those it was told, who is in charge the own. */
export type OpinionHand = (typeof opinionHands)[number];

const opinionHands = ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE"] as const;

/** What of a person's rights tells the hands. */
export type OpinionRights = {
  readonly roles: readonly string[];
  readonly ownBranchIds: readonly string[];
  readonly assignedBranchIds: readonly string[];
};

const ofCommittee: readonly OpinionGiver[] = ["IN_CHARGE", "SUPERIOR"];

/** The givers that such hands may name, in the order of the form. */
export function giversFor(hands: readonly OpinionHand[]): OpinionGiver[] {
  const mayName = (giver: OpinionGiver) => {
    if (hands.includes("OFFICE")) return true;
    const isOfCommittee = ofCommittee.includes(giver);
    if (hands.includes("LEADER") && isOfCommittee) return true;
    if (hands.includes("SECRETARY") && !isOfCommittee) return true;
    return hands.includes("IN_CHARGE") && giver === "IN_CHARGE";
  };
  return Object.values(OpinionGiver).filter(mayName);
}

/** What an opinion is judged by. */
export type OpinionFacts = {
  readonly hands: readonly OpinionHand[];
  readonly state: RatingState | null;
  readonly closedOn: Day | null;
};

/** Why this opinion cannot be entered: the decision is confirmed or the round closed, its giver is not the hand's to name, or its day has not come. */
export function opinionObstacle(
  input: { readonly giver: OpinionGiver; readonly givenOn: Day },
  { hands, state, closedOn }: OpinionFacts,
  today: Day,
): Obstacle | null {
  const late = decidedObstacle(state, closedOn);
  if (late) return late;
  if (!giversFor(hands).includes(input.giver)) return { reason: "ratingOpinions.errors.otherGiver", field: "giver" };
  if (input.givenOn <= today) return null;
  return { reason: "ratingOpinions.errors.inFuture", params: { on: typedForm(today) }, field: "givenOn" };
}

/** Why nothing is said or withdrawn any more: the committee's decision is confirmed, or the round is closed. */
export function decidedObstacle(state: RatingState | null, closedOn: Day | null): Obstacle | null {
  return state === "DECIDED" || closedOn !== null ? { reason: "ratingOpinions.errors.decided" } : null;
}

/** In which of the hands somebody acts on a subject of that branch. */
export function handsOn(
  { roles, ownBranchIds, assignedBranchIds }: OpinionRights,
  branchId: string | null,
): OpinionHand[] {
  const inBranch = (ids: readonly string[]) => branchId !== null && ids.includes(branchId);
  const held: Readonly<Record<OpinionHand, boolean>> = {
    OFFICE: roles.includes("OFFICE") || roles.includes("SYSTEM"),
    LEADER: roles.includes("LEADER"),
    SECRETARY: inBranch(ownBranchIds),
    IN_CHARGE: inBranch(assignedBranchIds),
  };
  return opinionHands.filter((hand) => held[hand]);
}
