import { type Day, typedForm } from "@/lib/core/day";
import type {
  DossierKind,
  DossierState,
  MembershipEnd,
  MembershipKind,
  TransferDirection,
  TransferState,
} from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { workingDaysAfter } from "@/lib/features/admissions/rules/working-days";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

/** Where a transfer leads and for how long; `endsOn` is the first day temporary activity is over. */
export type TransferPlan = {
  readonly direction: TransferDirection;
  readonly kind: MembershipKind;
  readonly toBranchId: string | null;
  readonly otherParty: string | null;
  readonly effectiveOn: Day;
  readonly endsOn: Day | null;
};

/** Where the member stands today: the official branch, or how the last membership ended. */
export type TransferStanding = { readonly branchId: string | null; readonly leftBy: MembershipEnd | null };

/**
 * Why this cannot be proposed: a place is missing or is where the member is already, dates out of order, or somebody coming
 * from outside who is here, or who has left the Party and would have to be admitted again.
 */
export function proposalObstacle(plan: TransferPlan, standing: TransferStanding | null): Obstacle | null {
  const isOut = plan.direction === "OUT";
  if (!isOut && plan.toBranchId === null) return { reason: "transfers.errors.branchMissing", field: "toBranchId" };
  if (plan.direction !== "WITHIN" && plan.otherParty === null) {
    return { reason: "transfers.errors.otherPartyMissing", field: "otherParty" };
  }
  if (plan.kind === "OFFICIAL" && plan.endsOn !== null)
    return { reason: "transfers.errors.endOfOfficial", field: "lastDay" };
  if (plan.endsOn !== null && plan.endsOn <= plan.effectiveOn) {
    return { reason: "members.errors.endsBeforeStart", field: "lastDay" };
  }
  return standing && standingObstacle(plan, standing);
}

function standingObstacle(plan: TransferPlan, { branchId, leftBy }: TransferStanding): Obstacle | null {
  if (plan.direction !== "IN") {
    if (branchId === null) return { reason: "members.errors.notInBranch" };
    return plan.toBranchId === branchId ? { reason: "members.errors.sameBranch", field: "toBranchId" } : null;
  }
  if (branchId !== null) return { reason: "transfers.errors.alreadyHere" };
  const isGone = leftBy !== null && leftBy !== "MOVED_AWAY";
  return isGone ? { reason: "transfers.errors.hasLeftTheParty" } : null;
}

/** A transfer as the second person judges it. */
export type TransferFacts = {
  readonly state: TransferState;
  readonly memberId: string | null;
  readonly proposedById: string;
  readonly effectiveOn: Day;
};

/** The person who acts: the account, and the member behind it. */
export type Decider = { readonly accountId: string | null; readonly memberId: string | null };

/** Why this person cannot decide it: decided already, proposed by the same person, or about themselves (SOD-1, SOD-2). */
export function decisionObstacle(of: TransferFacts, by: Decider): Obstacle | null {
  if (of.state !== "PENDING") return { reason: "transfers.errors.alreadyDecided" };
  if (of.proposedById === by.accountId) return { reason: "transfers.errors.proposerDecides" };
  return isAbout(of, by) ? { reason: "transfers.errors.ownTransfer" } : null;
}

/** Why it cannot be accepted today: as for a decision, or its day has not come. */
export function acceptanceObstacle(of: TransferFacts, by: Decider, today: Day): Obstacle | null {
  const obstacle = decisionObstacle(of, by);
  if (obstacle || of.effectiveOn <= today) return obstacle;
  return { reason: "transfers.errors.notYet", params: { effectiveOn: typedForm(of.effectiveOn) } };
}

/** Whether the person it is about is the one who acts. */
export function isAbout(of: Pick<TransferFacts, "memberId">, by: Decider): boolean {
  return of.memberId !== null && of.memberId === by.memberId;
}

/** Whether a dossier under way goes with the member: the papers of a recognition, inside the commune. */
export function isFollowing(
  dossier: { readonly kind: DossierKind; readonly state: DossierState },
  plan: Pick<TransferPlan, "direction">,
): boolean {
  return plan.direction === "WITHIN" && dossier.kind === "RECOGNITION" && dossier.state === "OPEN";
}

/** Why a member cannot move for good: a dossier is under way that the branch has to finish or close. */
export function dossierObstacle(
  dossiers: readonly { readonly kind: DossierKind; readonly state: DossierState }[],
  plan: Pick<TransferPlan, "direction" | "kind">,
): Obstacle | null {
  if (plan.kind === "TEMPORARY") return null;
  const isHeld = dossiers.some((dossier) => !isFollowing(dossier, plan));
  return isHeld ? { reason: "transfers.errors.dossierUnderWay" } : null;
}

/** The last day for a transfer, in working days from the work decision or the change of residence. */
export function transferDueOn(causedOn: Day, charter: CharterParameters): Day {
  return workingDaysAfter(causedOn, charter.transferWorkingDays.value);
}

/** The last day to hand in a letter of introduction. */
export function letterDueOn(letterOn: Day, charter: CharterParameters): Day {
  return workingDaysAfter(letterOn, charter.letterWorkingDays.value);
}
