import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AssignmentRole } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { formatIn } from "@/lib/core/i18n/format";
import { canTakePlanPaper } from "@/lib/features/assignments/policy";
import { getPlan, type PlanBranch } from "@/lib/features/assignments/queries/get-plan";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";

const format = formatIn("vi");

/**
 * The decision on a plan as a Word document, of the day it was decided. Refuses with NOT_FOUND a plan that has no decision yet,
 * and who knows of none; with FORBIDDEN who may not take it away.
 */
export async function getPlanPaper(actor: Actor, id: string): Promise<FilledDocument> {
  const { decisionNumber, decidedOn, startsOn, lastDay, dayBefore, name, branches, state } = await getPlan(actor, id);
  if (decisionNumber === null || decidedOn === null || state === "DRAFT" || state === "DISCARDED") throw notFound();
  authorize(canTakePlanPaper(actor));
  const rows = branches.filter((branch) => branch.changes.some((change) => change.after !== null));
  return getFilledDocument(actor, {
    kind: "ASSIGNMENT_DECISION",
    on: decidedOn,
    subjectId: id,
    memberIds: rows.flatMap(({ changes }) => changes.filter((one) => one.after !== null).map((one) => one.memberId)),
    isWhole: false,
    serial: null,
    params: { name, decisionNumber, rows: rows.length },
    fields: {
      decisionNumber,
      from: format.longDay(startsOn),
      to: lastDay && format.longDay(lastDay),
      lastDayBefore: format.longDay(dayBefore),
    },
    loops: {
      assignmentRows: rows.map((branch, place) => ({
        number: String(place + 1),
        branch: branch.name,
        villages: branch.villages.join(", "),
        mainPerson: peopleOf(branch, "MAIN"),
        supportingPeople: peopleOf(branch, "SUPPORTING"),
      })),
    },
  });
}

function peopleOf({ changes }: PlanBranch, role: AssignmentRole): string {
  return changes
    .filter((change) => change.after === role)
    .map((change) => change.memberName)
    .join(", ");
}
