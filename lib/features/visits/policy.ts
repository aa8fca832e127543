import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister, scopesOf } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;
type Reach = { all: true } | { all: false; branchIds: string[] };

/** Which branches' visit reports the actor reads: all, or those of the own branches and of the branches in charge. */
export function visibleVisits(actor: Rights): Reach {
  if (reachesRegister(actor, "visitReport", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "visitReport", "read") };
}

/** Whether there is any visit report for this actor to read. */
export function canListVisits(actor: Rights): boolean {
  const reach = visibleVisits(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor reads the visit reports of that branch. */
export function canReadVisits(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "visitReport", "read", branchId);
}

/** Which branches the actor may write visit reports on: all, or those in charge today. */
export function visibleVisitTargets(actor: Rights): Reach {
  if (reachesRegister(actor, "visitReport", "create")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "visitReport", "create") };
}

/** Whether the actor may report on visits to that branch. */
export function canReportVisit(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "visitReport", "create", branchId);
}

/** Whether the actor may report on a visit of somebody else. */
export function canReportForOthers(actor: Rights): boolean {
  return reachesRegister(actor, "visitReport", "create");
}

/** Whether the actor may put a report right: who wrote it, as long as the right to write on the branch lasts. */
export function canEditVisit(
  actor: Rights & Pick<Actor, "accountId">,
  report: { readonly branchId: string; readonly recordedById: string | null },
): boolean {
  return report.recordedById === actor.accountId && reachesBranch(actor, "visitReport", "update", report.branchId);
}

/** Which branches' difficulties the actor reads, besides those the actor owns. */
export function visibleDifficulties(actor: Rights): Reach {
  if (reachesRegister(actor, "difficulty", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "difficulty", "read") };
}

/** Which branches the actor may raise difficulties of. */
export function visibleRaiseTargets(actor: Rights): Reach {
  if (reachesRegister(actor, "difficulty", "create")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "difficulty", "create") };
}

/** Whether the actor reads the difficulties of that branch. */
export function canReadDifficulties(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "difficulty", "read", branchId);
}

/** Whether the actor may raise a difficulty of that branch. */
export function canRaiseDifficulty(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "difficulty", "create", branchId);
}

/** Whether the actor may accept difficulties, with an owner and a deadline. */
export function canAcceptDifficulty(actor: Rights): boolean {
  return reachesRegister(actor, "difficultyAcceptance", "create");
}

/** Whether the actor may move the deadline of a difficulty. */
export function canMoveDeadline(actor: Rights): boolean {
  return reachesRegister(actor, "difficultyAcceptance", "update");
}

/** Whether the actor may move a difficulty on and solve it: the office, or who owns it. `ownerId` is the owner's member. */
export function canSolveDifficulty(actor: Rights & Pick<Actor, "memberId">, ownerId: string | null): boolean {
  if (reachesRegister(actor, "difficulty", "update")) return true;
  return ownerId !== null && ownerId === actor.memberId && scopesOf(actor, "difficulty", "update").includes("SELF");
}

/** Whether the actor may answer that something cannot be done: leadership alone. */
export function canDeclineDifficulty(actor: Rights): boolean {
  return reachesRegister(actor, "difficultyRefusal", "create");
}
