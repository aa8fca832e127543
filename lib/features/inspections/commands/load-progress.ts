import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { authorize, notFound } from "@/lib/core/errors";
import { canKeepProgress } from "@/lib/features/inspections/policy";
import { caseFactColumns, getCaseFacts } from "@/lib/features/inspections/queries/case-facts";
import { casePlan } from "@/lib/features/inspections/rules/steps";
import { findInspectionRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

/** A case with what has been done of it and the rules of the day it began; refuses one that is not the actor's to see (NOT_FOUND) or to work on (FORBIDDEN). */
export async function loadProgress({ tx, actor }: CommandContext, id: string) {
  const row = await tx.inspection.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, title: true, mode: true, decidedOn: true, startsOn: true },
      ...caseFactColumns,
      steps: { select: { step: true, doneOn: true, remark: true, version: true } },
      extension: { select: { days: true, grantedOn: true } },
    },
  });
  if (!row) throw notFound();
  authorize(canKeepProgress(actor, getCaseFacts(row)));
  const startsOn = fromDbDate(row.startsOn);
  const rules = await findInspectionRulesOn(tx, actor.committeeId, startsOn);
  return {
    ...row,
    startsOn,
    decidedOn: fromDbDate(row.decidedOn),
    plan: rules && casePlan(row.mode, rules.parameters),
    taken: row.steps.map((one) => ({ ...one, doneOn: fromDbDate(one.doneOn) })),
    extension: row.extension && { ...row.extension, grantedOn: fromDbDate(row.extension.grantedOn) },
  };
}

/** The case as its events name it. */
export function subjectOf({ id, title }: { readonly id: string; readonly title: string }) {
  return { subject: { kind: "inspection", id, name: title } } as const;
}
