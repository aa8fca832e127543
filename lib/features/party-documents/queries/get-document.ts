import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { DocumentAudience, DocumentDirection, PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canKeepDocuments } from "@/lib/features/party-documents/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";

/** A paper of the register; of the branches it is for those are told whose reader one is. */
export type DocumentView = {
  readonly id: string;
  readonly direction: DocumentDirection;
  readonly kind: PartyDocumentKind;
  readonly number: number;
  readonly sign: string;
  /** Number and sign as papers write them. */
  readonly name: string;
  readonly issuedOn: Day;
  readonly issuer: string;
  readonly subjectLine: string;
  readonly receivedOn: Day | null;
  readonly audience: DocumentAudience;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly deadlineOn: Day | null;
  readonly enclosures: string | null;
  readonly recordedBy: string;
  readonly annulled: { readonly on: Day; readonly by: string; readonly reason: string } | null;
  readonly version: number;
  readonly can: { readonly keep: boolean };
};

/** One paper of the register. Refuses with NOT_FOUND one that is not the reader's to see. */
export async function getDocument(actor: Actor, id: string): Promise<DocumentView> {
  return readAs(actor, async (tx) => {
    const found = await tx.partyDocument.findFirst({
      where: { AND: [getDocumentScope(actor), { id }] },
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, direction: true, kind: true, number: true, sign: true, issuedOn: true, issuer: true },
        ...{ subjectLine: true, receivedOn: true, audience: true, deadlineOn: true, enclosures: true },
        ...{ recordedBy: true, annulledOn: true, annulledBy: true, annulledReason: true, version: true },
        branches: {
          orderBy: { branch: { sortKey: "asc" } },
          select: { branch: { select: { id: true, name: true } } },
        },
      },
    });
    if (!found) throw notFound();
    const { issuedOn, receivedOn, deadlineOn, branches, annulledOn, annulledBy, annulledReason, ...row } = found;
    return {
      ...row,
      name: numberAndSign(row),
      issuedOn: fromDbDate(issuedOn),
      receivedOn: fromDbDate(receivedOn),
      deadlineOn: fromDbDate(deadlineOn),
      branches: branches.map(({ branch }) => branch),
      annulled: annulledOn && { on: fromDbDate(annulledOn), by: annulledBy ?? "", reason: annulledReason ?? "" },
      can: { keep: canKeepDocuments(actor) && annulledOn === null },
    };
  });
}
