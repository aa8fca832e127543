import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { notFound } from "@/lib/core/errors";
import { getCaseFacts } from "@/lib/features/inspections/queries/case-facts";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** A case of the actor's circle, or one the actor reads concluded, with what the rights ask for; refuses any other (NOT_FOUND). */
export async function loadCaseOfCircle({ tx, actor }: CommandContext, id: string) {
  const row = await tx.inspection.findFirst({
    where: { AND: [{ id }, listScope(actor)] },
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, title: true, state: true, openedById: true, recusedIds: true, version: true },
      team: { select: { memberId: true, role: true } },
      subjects: { select: { memberId: true, branchId: true } },
    },
  });
  if (!row) throw notFound();
  const facts = getCaseFacts(
    row,
    row.team.map((one) => one.memberId),
  );
  return { ...row, facts };
}
