import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId" | "accountId">;

/** Whom a decision is about: a member, or the branch itself where no member is named. */
export type DisciplinedPlace = { readonly memberId: string | null; readonly branchId: string };

/**
 * Which decisions a reader sees: all, but of the own case only what is confirmed; the confirmed ones of the register; or the confirmed
 * ones of the own branches. What is confirmed about oneself everybody reads (SOD-14).
 */
export function visibleDisciplines(actor: Rights): {
  readonly all: boolean;
  readonly confirmed: boolean;
  readonly branchIds: readonly string[];
} {
  const confirmed = reachesRegister(actor, "discipline", "read");
  /* Who has a hand in decisions sees those that wait. */
  const hasHand = reachesRegister(actor, "discipline", "create") || reachesRegister(actor, "discipline", "confirm");
  return { all: confirmed && hasHand, confirmed, branchIds: branchesOf(actor, "discipline", "read") };
}

/** Whether there is a list of decisions for this actor; who was disciplined reads the own one from its address. */
export function canListDisciplines(actor: Rights): boolean {
  const { confirmed, branchIds } = visibleDisciplines(actor);
  return confirmed || branchIds.length > 0;
}

/** Whether the actor enters decisions from their papers at all. */
export function canRecordDisciplines(actor: Rights): boolean {
  return reachesRegister(actor, "discipline", "create");
}

/** Whether the actor may enter a decision on that subject, which is never the actor's own case. */
export function canRecordDiscipline(actor: Rights, of: DisciplinedPlace): boolean {
  return canRecordDisciplines(actor) && !isOwnCase(actor, of);
}

/** Whether the actor may confirm what another has entered; never the own case (SOD-1, 2, 11). */
export function canConfirmDiscipline(
  actor: Rights,
  of: DisciplinedPlace & { readonly recordedById: string | null },
): boolean {
  const isOwnHand = actor.accountId === null || of.recordedById === actor.accountId;
  return reachesRegister(actor, "discipline", "confirm") && !isOwnHand && !isOwnCase(actor, of);
}

/** Whether the actor may take back what was entered wrongly, before it is confirmed. */
export function canWithdrawDiscipline(actor: Rights, of: DisciplinedPlace): boolean {
  return reachesRegister(actor, "discipline", "update") && !isOwnCase(actor, of);
}

/** Whether the actor enters complaints about a decision on that subject, their withdrawal and their settlement; never in the own case. */
export function canHandleComplaints(actor: Rights, of: DisciplinedPlace): boolean {
  return canWithdrawDiscipline(actor, of);
}

/** Whether the actor may confirm how another entered that a complaint was settled; never in the own case (SOD-1, 2, 11). */
export function canConfirmSettlement(actor: Rights, of: DisciplinedPlace, enteredById: string | null): boolean {
  return canConfirmDiscipline(actor, { ...of, recordedById: enteredById });
}

/* The own case: about the actor, or about a branch the actor leads (SOD-2). */
function isOwnCase(actor: Rights, { memberId, branchId }: DisciplinedPlace): boolean {
  return memberId === null ? actor.ownBranchIds.includes(branchId) : memberId === actor.memberId;
}
