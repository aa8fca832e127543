import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canRecordDissemination, visibleDissemination } from "@/lib/features/party-documents/policy";
import {
  type DisseminationLine,
  documentHead,
  findForBranches,
  listReadBranches,
} from "@/lib/features/party-documents/queries/list-dissemination";
import { isAskedOn, isForBranch, standingOn } from "@/lib/features/party-documents/rules/dissemination";
import { numberAndSign } from "@/lib/features/party-documents/rules/number";

/** A paper that a branch has not passed on yet. */
export type DisseminationDue = Pick<
  DisseminationLine,
  "documentId" | "document" | "branchId" | "branch" | "deadlineOn" | "standing" | "can"
>;

/**
 * What branches have not passed on yet, the earliest deadline first: everything for who reads single branches, for office and
 * leadership what is past its deadline. Papers without a deadline are nobody's duty of a month.
 */
export async function listDisseminationDue(actor: Actor): Promise<DisseminationDue[]> {
  const reach = visibleDissemination(actor);
  if (!reach.all && reach.branchIds.length === 0) return [];
  const deadlineOn = reach.all ? { lt: toDbDate(actor.today) } : { not: null };
  return readAs(actor, async (tx) => {
    const branches = await listReadBranches(tx, actor);
    const documents = await tx.partyDocument.findMany({
      ...findForBranches(actor, { deadlineOn }),
      select: { ...documentHead, passed: { select: { branchId: true } } },
    });
    return documents.flatMap((document) => {
      const days = { passedOn: null, deadlineOn: fromDbDate(document.deadlineOn) };
      const issuedOn = fromDbDate(document.issuedOn);
      const passedBy = new Set(document.passed.map(({ branchId }) => branchId));
      return branches
        .filter(({ id }) => isForBranch(document, id) && !passedBy.has(id))
        .filter((branch) => isAskedOn(branch, issuedOn, actor.today))
        .map(({ id, name }) => ({
          ...{ documentId: document.id, document: numberAndSign(document), branchId: id, branch: name },
          ...{ deadlineOn: days.deadlineOn, standing: standingOn(days, actor.today) },
          can: { record: canRecordDissemination(actor, id) },
        }));
    });
  });
}
