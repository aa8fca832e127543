import type { Actor } from "@/lib/core/actor";
import { reachesRegister, scopesOf } from "@/lib/core/policy-table";
import { type CasePaper, casePapers } from "@/lib/features/inspections/schema/papers";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "memberId" | "accountId">;

/**
 * Which inspections a list may hold. Concluded ones: all of the register, or those whose subject is an own branch or the
 * person. Open and concluded ones: the cases the person opened, is in the team of, or oversees by office; of these none whose
 * subject is the person or an own branch, nor one in which the person has declared a conflict.
 */
export function visibleInspections(actor: Rights) {
  return {
    concludedOfRegister: reachesRegister(actor, "inspection", "read"),
    ownBranchIds: [...actor.ownBranchIds],
    memberId: actor.memberId,
    openOfRegister: actor.roles.includes("SYSTEM"),
    overseesCases: actor.roles.includes("PARTY_SECRETARY") || actor.roles.includes("INSPECTION_HEAD"),
    openedById: scopesOf(actor, "openInspection", "update").length > 0 ? actor.accountId : null,
  };
}

/** Whether the actor may open a case. A person with that right, never the system. */
export function canOpenInspection(actor: Rights): boolean {
  return actor.accountId !== null && scopesOf(actor, "openInspection", "create").length > 0;
}

/** Whether the actor reads any yearly programme of inspections: all of them, or what concerns an own branch. */
export function canReadProgrammes(actor: Rights): boolean {
  const scopes = scopesOf(actor, "inspectionProgramme", "read");
  return scopes.includes("REGISTER") || (scopes.includes("OWN_BRANCH") && actor.ownBranchIds.length > 0);
}

/** Whether the actor may enter a concluded inspection from its papers. */
export function canRecordInspection(actor: Rights): boolean {
  return actor.accountId !== null && reachesRegister(actor, "inspection", "create");
}

/** Whether the actor works on this open case, which the caller sees: an inspector who opened it or is in its team. */
export function canWorkOnInspection(
  actor: Rights,
  of: { readonly openedById: string; readonly teamIds: readonly string[] },
): boolean {
  if (scopesOf(actor, "openInspection", "update").length === 0 || actor.accountId === null) return false;
  return of.openedById === actor.accountId || (actor.memberId !== null && of.teamIds.includes(actor.memberId));
}

/** Whether the actor gives and follows what the conclusions of the own cases ask for, as an inspector. */
export function canFollowUpCases(actor: Pick<Actor, "roles">): boolean {
  return scopesOf(actor, "inspectionTask", "read").includes("CASE");
}

/** A case as far as the rights on its progress ask for it. */
export type CaseFacts = {
  readonly isConcluded: boolean;
  readonly openedById: string;
  readonly teamIds: readonly string[];
  readonly subjectMemberIds: readonly string[];
  readonly subjectBranchIds: readonly string[];
  readonly recusedIds: readonly string[];
};

/** Whether the actor is to keep out of the case: a subject, the secretary of a subject branch, or recused (SOD-4, SOD-6). */
function isKeptOut(actor: Rights, of: CaseFacts): boolean {
  const named = [...of.subjectMemberIds, ...of.recusedIds];
  return (
    (actor.memberId !== null && named.includes(actor.memberId)) ||
    of.subjectBranchIds.some((id) => actor.ownBranchIds.includes(id))
  );
}

/** Whether the actor is of the circle of the case (SOD-6); that of an open case stays the same once it is concluded. */
function isInCircle(actor: Rights, of: CaseFacts): boolean {
  if (actor.roles.includes("SYSTEM")) return true;
  if (isKeptOut(actor, of)) return false;
  const { overseesCases, openedById } = visibleInspections(actor);
  const isInTeam = actor.memberId !== null && of.teamIds.includes(actor.memberId);
  return overseesCases || openedById === of.openedById || isInTeam;
}

/** Whether the actor sees the steps of the case: its circle, and once it is concluded the readers of the register it is not about. */
export function canReadProgress(actor: Rights, of: CaseFacts): boolean {
  if (isInCircle(actor, of)) return true;
  return of.isConcluded && reachesRegister(actor, "inspectionProgress", "read") && !isKeptOut(actor, of);
}

/** Whether the actor reads the diary of the case: its circle and nobody else, open or concluded. */
export function canReadDiary(actor: Rights, of: CaseFacts): boolean {
  return isInCircle(actor, of);
}

/** Whether the actor marks steps, extends the case, writes its diary and adds to its conclusion: an inspector who opened it or is in its team. */
export function canKeepProgress(actor: Rights, of: CaseFacts): boolean {
  return isInCircle(actor, of) && canWorkOnInspection(actor, of);
}

/**
 * Which papers of the case the actor takes away: those of its steps who keeps its progress; the notice, once it is concluded, also who
 * takes the register away and is not whom the case is about.
 */
export function visibleCasePapers(actor: Rights, of: CaseFacts): readonly CasePaper[] {
  const keeps = canKeepProgress(actor, of);
  const takesNotice = keeps || (reachesRegister(actor, "inspection", "export") && !isKeptOut(actor, of));
  return casePapers.filter((kind) => (kind === "INSPECTION_NOTICE" ? of.isConcluded && takesNotice : keeps));
}

/** Whether the actor knows of what waits to be added to the conclusion: those who work on the case and those who oversee it. */
export function canReadWaitingAddenda(actor: Rights, of: CaseFacts): boolean {
  return scopesOf(actor, "inspectionAddendum", "read").length > 0 && isInCircle(actor, of);
}

/** Whether the actor decides on what is to be added to the conclusion: who oversees the case, and is not the hand (SOD-5). */
export function canDecideAddendum(
  actor: Rights,
  of: CaseFacts,
  addendum: { readonly recordedById: string | null },
): boolean {
  if (actor.accountId === null || addendum.recordedById === actor.accountId || !isInCircle(actor, of)) return false;
  return scopesOf(actor, "inspectionAddendum", "confirm").length > 0;
}

/** Whether the actor may declare a conflict in the case: whoever is of its circle, as a member, while it is open (SOD-4). */
export function canDeclareRecusal(actor: Rights, of: CaseFacts): boolean {
  if (actor.accountId === null || actor.memberId === null || of.isConcluded) return false;
  return scopesOf(actor, "inspectionRecusal", "create").length > 0 && isInCircle(actor, of);
}

/** Whether the actor reads who has declared a conflict in the case, and why: those who oversee it. */
export function canReadRecusals(actor: Rights, of: CaseFacts): boolean {
  return scopesOf(actor, "inspectionRecusal", "read").length > 0 && isInCircle(actor, of);
}

/** Whether the actor may lift a declaration in the case: who oversees it while it is open, and is neither the person nor the hand (SOD-4). */
export function canLiftRecusal(
  actor: Rights,
  of: CaseFacts,
  recusal: { readonly memberId: string; readonly declaredById: string },
): boolean {
  if (actor.accountId === null || of.isConcluded || !isInCircle(actor, of)) return false;
  const isOther = recusal.declaredById !== actor.accountId && recusal.memberId !== actor.memberId;
  return isOther && scopesOf(actor, "inspectionRecusal", "undo").length > 0;
}

/** Whether the actor asks for somebody to be taken into the team of the case: who works on it, while it is open (SOD-7). */
export function canAskIntoTeam(actor: Rights, of: CaseFacts): boolean {
  return !of.isConcluded && scopesOf(actor, "inspectionTeamRequest", "create").length > 0 && canKeepProgress(actor, of);
}

/** Whether the actor reads who is asked into the team of the case: those who work on it and those who oversee it. */
export function canReadTeamRequests(actor: Rights, of: CaseFacts): boolean {
  return scopesOf(actor, "inspectionTeamRequest", "read").length > 0 && isInCircle(actor, of);
}

/** Whether anything of a case may wait for the actor at all. */
export function canOverseeCases(actor: Pick<Actor, "roles">): boolean {
  return scopesOf(actor, "inspectionTeamRequest", "confirm").includes("CASE");
}

/** A request as far as the rights on it ask for it. */
type TeamRequestFacts = { readonly memberId: string; readonly askedById: string };

/** Whether the actor decides on a request: who oversees the case while it is open, and is neither the hand nor the person asked for (SOD-7). */
export function canDecideTeamRequest(actor: Rights, of: CaseFacts, request: TeamRequestFacts): boolean {
  if (actor.accountId === null || of.isConcluded || !isInCircle(actor, of)) return false;
  const isOther = request.askedById !== actor.accountId && request.memberId !== actor.memberId;
  return isOther && canOverseeCases(actor);
}

/** Whether the actor takes back a request: the hand that made it, as long as it works on the case. */
export function canWithdrawTeamRequest(actor: Rights, of: CaseFacts, request: TeamRequestFacts): boolean {
  if (of.isConcluded || scopesOf(actor, "inspectionTeamRequest", "update").length === 0) return false;
  return request.askedById === actor.accountId && canKeepProgress(actor, of);
}
