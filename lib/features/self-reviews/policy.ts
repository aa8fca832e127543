import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister, scopesOf } from "@/lib/core/policy-table";
import type { Verb } from "@/lib/core/policy-table/row";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId">;

/** Whom a review is about, as rights are judged: a member in a branch, a branch, or the committee with neither. */
export type ReviewedPlace = { readonly memberId: string | null; readonly branchId: string | null };

/** Whose reviews a list may hold: everybody's, or those of the own branches and the person's own. */
export function visibleSelfReviews(actor: Rights): {
  readonly all: boolean;
  readonly branchIds: string[];
  readonly memberId: string | null;
} {
  return {
    all: reachesRegister(actor, "selfReview", "read"),
    branchIds: branchesOf(actor, "selfReview", "read"),
    memberId: scopesOf(actor, "selfReview", "read").includes("SELF") ? actor.memberId : null,
  };
}

/** Whether the actor reads that review once it has been handed in. */
export function canReadSelfReview(actor: Rights, of: ReviewedPlace): boolean {
  return reaches(actor, "read", of);
}

/** Whether the actor enters and hands in that review, the own one or for somebody else. A draft is for who may do so alone. */
export function canWriteSelfReview(actor: Rights, of: ReviewedPlace): boolean {
  return reaches(actor, "update", of);
}

function reaches(actor: Rights, verb: Verb, { memberId, branchId }: ReviewedPlace): boolean {
  if (reachesBranch(actor, "selfReview", verb, branchId)) return true;
  const isOwn = memberId !== null && memberId === actor.memberId;
  return isOwn && scopesOf(actor, "selfReview", verb).includes("SELF");
}
