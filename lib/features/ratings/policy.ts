import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister, scopesOf } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;
type Hand = Rights & Pick<Actor, "accountId">;

/** Whether the actor reads the rounds and the rules they are run under; a member reads them for the own review and rating. */
export function canReadRounds(actor: Rights & Pick<Actor, "memberId">): boolean {
  if (reachesRegister(actor, "ratingRound", "read")) return true;
  return actor.memberId !== null && scopesOf(actor, "ratingRound", "read").includes("SELF");
}

/** Whether the actor may open a round. */
export function canOpenRound(actor: Rights): boolean {
  return reachesRegister(actor, "ratingRound", "create");
}

/** Whether the actor may set by which days the steps of a round are to be done. */
export function canSetDeadlines(actor: Rights): boolean {
  return reachesRegister(actor, "ratingRound", "update");
}

/** Whether the actor may confirm what the office has set: a person with that right, never the system. */
export function canConfirmDeadlines(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "ratingRound", "confirm");
}

/** Whether the actor may close a round of which everything is decided; only who sees all of it knows that. */
export function canCloseRound(actor: Rights): boolean {
  return reachesRegister(actor, "ratingRound", "update") && reachesRegister(actor, "rating", "read");
}

/**
 * Whose ratings a list may hold: everybody's; or those of the own and assigned branches, the person's own, and, for who works
 * on cases, those of the members in them. The cap and the commune's totals are shown only to who reads everybody's.
 */
export function visibleRatings(actor: Rights & Pick<Actor, "memberId">): {
  readonly all: boolean;
  readonly branchIds: string[];
  readonly memberId: string | null;
  readonly ofCases: boolean;
} {
  return {
    all: reachesRegister(actor, "rating", "read"),
    branchIds: branchesOf(actor, "rating", "read"),
    memberId: actor.memberId,
    ofCases: scopesOf(actor, "rating", "read").includes("CASE"),
  };
}

/** Of which branches the actor sees what they have proposed: all, or the own ones. */
export function visibleProposals(actor: Rights): { readonly all: boolean; readonly branchIds: string[] } {
  return {
    all: reachesRegister(actor, "ratingProposal", "read"),
    branchIds: branchesOf(actor, "ratingProposal", "read"),
  };
}

/** Whether the actor sees what the branch has proposed before it is decided. */
export function canReadProposals(actor: Rights, branchId: string | null): boolean {
  return reachesBranch(actor, "ratingProposal", "read", branchId);
}

/** Whether the actor may enter the vote and the proposal of that branch, whoever the subject is. */
export function canProposeRating(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "ratingProposal", "create", branchId);
}

/** Whether the actor may take the summary, the decisions and the notices of a round away. */
export function canTakeRoundPapers(actor: Rights): boolean {
  return reachesRegister(actor, "rating", "export");
}

/** Whether the actor may take away what that branch signs: the count of its ballots and its proposal. */
export function canTakeBranchPapers(actor: Rights, branchId: string): boolean {
  return canTakeRoundPapers(actor) || canProposeRating(actor, branchId);
}

/** Whether there are papers of a round for the actor to take away: those of the whole, or of an own branch. */
export function canListRoundPapers(actor: Rights): boolean {
  return canTakeRoundPapers(actor) || actor.ownBranchIds.some((branchId) => canProposeRating(actor, branchId));
}

/** Whether the actor may record the committee's decisions and their corrections: a person with that right, never the system. */
export function canRecordDecision(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "rating", "record");
}

/** Whether the actor may confirm what another person has recorded. */
export function canConfirmDecision(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "rating", "confirm");
}

/** Whether the actor reads the committee's targets. */
export function canListTargets(actor: Rights): boolean {
  return reachesRegister(actor, "target", "read");
}

/** Whether the actor may set the committee's targets. */
export function canSetTarget(actor: Rights): boolean {
  return reachesRegister(actor, "target", "create");
}
