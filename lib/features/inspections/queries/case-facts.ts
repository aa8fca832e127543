import "server-only";
import type { InspectionState } from "@/lib/core/db/generated/enums";
import type { CaseFacts } from "@/lib/features/inspections/policy";

type Row = {
  readonly state: InspectionState;
  readonly openedById: string;
  readonly recusedIds: readonly string[];
  readonly subjects: readonly { readonly memberId: string | null; readonly branchId: string | null }[];
};

/** What the rights on the progress of a case ask for, of a stored one. */
export function getCaseFacts({ state, openedById, subjects, recusedIds }: Row, teamIds: readonly string[]): CaseFacts {
  return {
    ...{ isConcluded: state === "CONCLUDED", openedById, teamIds, recusedIds },
    subjectMemberIds: subjects.flatMap((one) => one.memberId ?? []),
    subjectBranchIds: subjects.flatMap((one) => one.branchId ?? []),
  };
}
