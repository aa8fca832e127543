import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { InspectionState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import type { CaseFacts } from "@/lib/features/inspections/policy";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** The columns that the rights on the progress of a case ask for. */
export const caseFactColumns = {
  state: true,
  openedById: true,
  recusedIds: true,
  team: { select: { memberId: true } },
  subjects: { select: { memberId: true, branchId: true } },
} as const;

type Row = {
  readonly state: InspectionState;
  readonly openedById: string;
  readonly recusedIds: readonly string[];
  readonly team: readonly { readonly memberId: string }[];
  readonly subjects: readonly { readonly memberId: string | null; readonly branchId: string | null }[];
};

/** What the rights on the progress of a case ask for, of a stored one. */
export function getCaseFacts({ state, openedById, recusedIds, team, subjects }: Row): CaseFacts {
  return {
    ...{ isConcluded: state === "CONCLUDED", openedById, recusedIds },
    teamIds: team.map((one) => one.memberId),
    subjectMemberIds: subjects.flatMap((one) => one.memberId ?? []),
    subjectBranchIds: subjects.flatMap((one) => one.branchId ?? []),
  };
}

/** A case of the actor's circle, or one the actor reads concluded, with what the rights ask for; refuses any other (NOT_FOUND). */
export async function getCaseOfCircle(tx: Tx, actor: Actor, id: string) {
  const row = await tx.inspection.findFirst({
    where: { AND: [{ id }, listScope(actor)] },
    relationLoadStrategy: "join",
    select: { id: true, title: true, ...caseFactColumns },
  });
  if (!row) throw notFound();
  const { id: caseId, title, state } = row;
  return { id: caseId, title, state, facts: getCaseFacts(row) };
}
