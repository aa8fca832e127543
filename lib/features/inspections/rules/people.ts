import type { Obstacle } from "@/lib/core/obstacle";
import { foldText, nameKey } from "@/lib/core/text/fold";
import type { PersonRef } from "@/lib/features/inspections/schema";

/** A member as found by name, with the branch on the day asked for. */
export type FoundPerson = {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly branchId: string;
  readonly branch: string;
};

/** Those a reference can mean: one of that id, or all of that whole name, in a branch whose name holds the given words. */
export function peopleMeant(ref: PersonRef, found: readonly FoundPerson[]): FoundPerson[] {
  if ("memberId" in ref) return found.filter((one) => one.id === ref.memberId);
  const key = nameKey(ref.name);
  const words = foldText(ref.branch ?? "");
  return found.filter((one) => one.nameKey === key && foldText(one.branch).includes(words));
}

/** Why a reference names nobody, or more than one person. */
export function personObstacle(ref: PersonRef, found: readonly FoundPerson[], field: string): Obstacle | null {
  const meant = peopleMeant(ref, found);
  if (meant.length === 1) return null;
  const name = "name" in ref ? ref.name : "";
  const branches = meant.map((one) => one.branch).join(", ");
  return meant.length === 0
    ? { reason: "inspections.errors.personNotFound", params: { name }, field }
    : { reason: "inspections.errors.personAmbiguous", params: { name, count: meant.length, branches }, field };
}

/** Who has to keep away from a case: the person who writes it and the Party secretary, whose case goes to the body above. */
export function partialityObstacle(
  subjects: { readonly memberIds: readonly string[]; readonly branchIds: readonly string[] },
  actor: { readonly memberId: string | null; readonly ownBranchIds: readonly string[] },
  partySecretaryIds: readonly string[],
): Obstacle | null {
  const isOwn = actor.memberId !== null && subjects.memberIds.includes(actor.memberId);
  if (isOwn || subjects.branchIds.some((id) => actor.ownBranchIds.includes(id))) {
    return { reason: "inspections.errors.ownCase", field: "subjects" };
  }
  const isPartySecretary = subjects.memberIds.some((id) => partySecretaryIds.includes(id));
  return isPartySecretary ? { reason: "inspections.errors.referredUpward", field: "subjects" } : null;
}
