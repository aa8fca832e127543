import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { PartyDocumentWhereInput } from "@/lib/core/db/generated/models";
import { visibleDocuments } from "@/lib/features/party-documents/policy";

/** The papers that the actor reads, as a condition. */
export function getDocumentScope(actor: Actor): PartyDocumentWhereInput {
  const reach = visibleDocuments(actor);
  if (reach.all) return { committeeId: actor.committeeId };
  const forThem: PartyDocumentWhereInput = {
    audience: "CHOSEN_BRANCHES",
    branches: { some: { branchId: { in: [...reach.branchIds] } } },
  };
  const forAll: PartyDocumentWhereInput[] = reach.circulars ? [{ audience: "ALL_BRANCHES" }] : [];
  return { committeeId: actor.committeeId, OR: [...forAll, forThem] };
}
