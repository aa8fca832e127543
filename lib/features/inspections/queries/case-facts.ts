import "server-only";
import type { InspectionState } from "@/lib/core/db/generated/enums";
import type { CaseFacts } from "@/lib/features/inspections/policy";

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
