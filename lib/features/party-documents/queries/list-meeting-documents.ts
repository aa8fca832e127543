import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import { visibleDissemination } from "@/lib/features/party-documents/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";

/** A paper that was passed on at a meeting. */
export type PassedDocument = { readonly id: string; readonly name: string; readonly subjectLine: string };

/** The papers that a branch passed on at a meeting, the oldest first; none for who does not read them. */
export function listDocumentsOfMeeting(actor: Actor, meetingId: string): Promise<PassedDocument[]> {
  const reach = visibleDissemination(actor);
  const scope = reach.all ? {} : { branchId: { in: reach.branchIds } };
  return readAs(actor, async (tx) => {
    const rows = await tx.dissemination.findMany({
      where: { AND: [{ committeeId: actor.committeeId, meetingId, document: getDocumentScope(actor) }, scope] },
      orderBy: [{ document: { issuedOn: "asc" } }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { document: { select: { id: true, number: true, sign: true, subjectLine: true } } },
    });
    return rows.map(({ document }) => ({
      ...{ id: document.id, name: numberAndSign(document), subjectLine: document.subjectLine },
    }));
  });
}
