import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId">;

/** Whom an opinion is about, as rights are judged: a member in a branch, a branch, or the committee with neither. */
export type OpinionPlace = { readonly memberId: string | null; readonly branchId: string | null };

/** Which opinions a reader sees: all; those of the own branches but about oneself; of assigned ones what the own hand has entered. */
export function visibleOpinions(actor: Rights): {
  readonly all: boolean;
  readonly ownBranchIds: readonly string[];
  readonly assignedBranchIds: readonly string[];
} {
  const reached = branchesOf(actor, "ratingOpinion", "read");
  const within = (ids: readonly string[]) => ids.filter((id) => reached.includes(id));
  return {
    all: reachesRegister(actor, "ratingOpinion", "read"),
    ownBranchIds: actor.roles.includes("SECRETARY") ? within(actor.ownBranchIds) : [],
    assignedBranchIds: actor.roles.includes("IN_CHARGE") ? within(actor.assignedBranchIds) : [],
  };
}

/** Whether the actor reads what is said of subjects of that branch at all; of oneself and of whose hand it is, `visibleOpinions` says more. */
export function canReadOpinionsOn(actor: Rights, { branchId }: OpinionPlace): boolean {
  return reachesBranch(actor, "ratingOpinion", "read", branchId);
}

/** Whether the actor may enter an opinion on that subject, which is never the actor. */
export function canGiveOpinion(actor: Rights, of: OpinionPlace): boolean {
  return !isAbout(actor, of) && reachesBranch(actor, "ratingOpinion", "create", of.branchId);
}

/** Whether the actor may withdraw an opinion: the office any, everybody else what the own hand has entered; never one about oneself. */
export function canWithdrawOpinion(
  actor: Rights & Pick<Actor, "accountId">,
  of: OpinionPlace & { readonly recordedById: string | null },
): boolean {
  if (isAbout(actor, of) || !reachesBranch(actor, "ratingOpinion", "update", of.branchId)) return false;
  const isOwnHand = actor.accountId !== null && of.recordedById === actor.accountId;
  return isOwnHand || actor.roles.includes("OFFICE") || actor.roles.includes("SYSTEM");
}

function isAbout(actor: Rights, { memberId }: OpinionPlace): boolean {
  return memberId !== null && memberId === actor.memberId;
}
