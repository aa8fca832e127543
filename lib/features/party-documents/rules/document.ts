import { type Day, typedForm } from "@/lib/core/day";
import type { DocumentAudience } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** What is told of a paper's days and of whom it is for. */
export type ToldDocument = {
  readonly issuedOn: Day;
  readonly receivedOn: Day | null;
  readonly audience: DocumentAudience;
  readonly branchIds: readonly string[];
  readonly deadlineOn: Day | null;
};

/** Why a paper cannot be entered so: days that do not follow, or branches that do not fit whom it is for. */
export function documentObstacle(document: ToldDocument, today: Day): Obstacle | null {
  const { issuedOn, receivedOn, audience, branchIds, deadlineOn } = document;
  const on = typedForm(issuedOn);
  if (issuedOn > today) return { reason: "partyDocuments.errors.inFuture", field: "issuedOn" };
  if (receivedOn !== null && receivedOn > today) {
    return { reason: "partyDocuments.errors.inFuture", field: "receivedOn" };
  }
  if (receivedOn !== null && receivedOn < issuedOn) {
    return { reason: "partyDocuments.errors.receivedBefore", params: { on }, field: "receivedOn" };
  }
  if (audience === "CHOSEN_BRANCHES" && branchIds.length === 0) {
    return { reason: "partyDocuments.errors.chooseBranches", field: "branchId" };
  }
  if (audience !== "CHOSEN_BRANCHES" && branchIds.length > 0) {
    return { reason: "partyDocuments.errors.branchesUnasked", field: "branchId" };
  }
  if (deadlineOn === null) return null;
  if (audience === "NO_BRANCH") return { reason: "partyDocuments.errors.deadlineForNobody", field: "deadlineOn" };
  return deadlineOn < issuedOn
    ? { reason: "partyDocuments.errors.deadlinePast", params: { on }, field: "deadlineOn" }
    : null;
}

/** Why an own paper cannot be of that day: no term was in force, or it is another one than that in which the number was given. */
export function termObstacle(termId: string | null, numberedIn: string | null): Obstacle | null {
  if (termId === null) return { reason: "partyDocuments.errors.noTerm", field: "issuedOn" };
  if (numberedIn === null || numberedIn === termId) return null;
  return { reason: "partyDocuments.errors.otherTerm", field: "issuedOn" };
}
