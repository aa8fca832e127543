import "server-only";
import type { InspectionState } from "@/lib/core/db/generated/enums";
import type { CaseFacts } from "@/lib/features/inspections/policy";

type Row = {
  readonly state: InspectionState;
  readonly openedById: string;
  readonly subjects: readonly { readonly memberId: string | null; readonly branchId: string | null }[];
};

/** What the rights on the progress of a case ask for, of a stored one. */
export function getCaseFacts({ state, openedById, subjects }: Row, teamIds: readonly string[]): CaseFacts {
  return {
    ...{ isConcluded: state === "CONCLUDED", openedById, teamIds },
    subjectMemberIds: subjects.flatMap((one) => one.memberId ?? []),
    subjectBranchIds: subjects.flatMap((one) => one.branchId ?? []),
  };
}
