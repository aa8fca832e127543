import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { notFound } from "@/lib/core/errors";
import { caseFactColumns, getCaseFacts } from "@/lib/features/inspections/queries/case-facts";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** A case of the actor's circle, or one the actor reads concluded, with what the rights ask for; refuses any other (NOT_FOUND). */
export async function loadCaseOfCircle({ tx, actor }: CommandContext, id: string) {
  const row = await tx.inspection.findFirst({
    where: { AND: [{ id }, listScope(actor)] },
    relationLoadStrategy: "join",
    select: { id: true, title: true, ...caseFactColumns },
  });
  if (!row) throw notFound();
  const { id: caseId, title, state } = row;
  return { id: caseId, title, state, facts: getCaseFacts(row) };
}
