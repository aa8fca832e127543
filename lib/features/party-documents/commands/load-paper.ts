import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { canReadDissemination, canRecordDissemination } from "@/lib/features/party-documents/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";

/**
 * A paper that a branch passes on. Refuses a branch or a paper that is not the actor's to see or not for that branch (NOT_FOUND), who
 * only reads (FORBIDDEN), and an annulled paper (RULE).
 */
export async function loadPaper({ tx, actor }: CommandContext, id: string, branchId: string) {
  if (!canReadDissemination(actor, branchId)) throw notFound();
  const found = await tx.partyDocument.findFirst({
    where: { AND: [getDocumentScope(actor), { id }] },
    select: { number: true, sign: true, issuedOn: true, audience: true, annulledOn: true },
  });
  const forIt = await tx.partyDocumentBranch.count({
    where: { committeeId: actor.committeeId, documentId: id, branchId },
  });
  if (!found || (found.audience !== "ALL_BRANCHES" && forIt === 0)) throw notFound();
  authorize(canRecordDissemination(actor, branchId));
  if (found.annulledOn !== null) throw new DomainError("RULE", "partyDocuments.errors.annulledBefore");
  return { name: numberAndSign(found), issuedOn: fromDbDate(found.issuedOn) };
}
