import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { ComplaintOutcome, ComplaintState } from "@/lib/core/db/generated/enums";
import type { DisciplineComplaintGetPayload, DisciplineComplaintSelect } from "@/lib/core/db/generated/models";
import { canConfirmSettlement, canHandleComplaints, type DisciplinedPlace } from "@/lib/features/disciplines/policy";
import { settlementDueOn } from "@/lib/features/disciplines/rules";
import type { DisciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

/** A complaint with its settlement and whose hands both went through; `dueOn` is null once it is no longer open. */
export type ComplaintView = {
  readonly id: string;
  readonly state: ComplaintState;
  readonly receivedOn: Day;
  readonly representative: string | null;
  readonly content: string;
  readonly addressedTo: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly dueOn: Day | null;
  readonly settlement: {
    readonly outcome: ComplaintOutcome;
    readonly number: string;
    readonly on: Day;
    readonly body: string;
    readonly by: string;
  } | null;
  readonly confirmed: { readonly by: string; readonly on: Day } | null;
  readonly withdrawn: { readonly by: string; readonly on: Day; readonly reason: string } | null;
  readonly version: number;
  readonly can: { readonly settle: boolean; readonly confirm: boolean; readonly withdraw: boolean };
};

/** The columns a complaint is told from. */
export const complaintColumns = {
  ...{
    id: true,
    state: true,
    receivedOn: true,
    representative: true,
    content: true,
    addressedTo: true,
    recordedBy: true,
  },
  ...{ recordedAt: true, outcome: true, settlementNumber: true, settledOn: true, settlingBody: true, version: true },
  ...{ settlementRecordedById: true, settlementRecordedBy: true, confirmedBy: true, confirmedOn: true },
  ...{ withdrawnOn: true, withdrawnBy: true, withdrawnReason: true },
} as const satisfies DisciplineComplaintSelect;

type StoredComplaint = DisciplineComplaintGetPayload<{ select: typeof complaintColumns }>;

/** What a stored complaint says, and what the reader may do with it. */
export function getComplaintView(
  actor: Actor,
  of: DisciplinedPlace,
  { row, rules }: { readonly row: StoredComplaint; readonly rules: DisciplineParameters },
): ComplaintView {
  const { id, state, representative, content, addressedTo, recordedBy, recordedAt, version } = row;
  const { outcome, settlementNumber, settledOn, settlingBody, settlementRecordedBy } = row;
  const { confirmedBy, confirmedOn, withdrawnBy, withdrawnOn, withdrawnReason } = row;
  const receivedOn = fromDbDate(row.receivedOn);
  const isOpen = state === "RECEIVED" || state === "TO_CONFIRM";
  const handles = canHandleComplaints(actor, of);
  return {
    ...{ id, state, representative, content, addressedTo, recordedBy, recordedAt, version, receivedOn },
    dueOn: isOpen ? settlementDueOn(receivedOn, rules) : null,
    settlement:
      outcome && settledOn
        ? {
            ...{ outcome, number: settlementNumber ?? "", on: fromDbDate(settledOn) },
            ...{ body: settlingBody ?? "", by: settlementRecordedBy ?? "" },
          }
        : null,
    confirmed: confirmedBy && confirmedOn ? { by: confirmedBy, on: fromDbDate(confirmedOn) } : null,
    withdrawn: withdrawnOn && { by: withdrawnBy ?? "", on: fromDbDate(withdrawnOn), reason: withdrawnReason ?? "" },
    can: {
      settle: isOpen && handles,
      confirm: state === "TO_CONFIRM" && canConfirmSettlement(actor, of, row.settlementRecordedById),
      withdraw: state === "RECEIVED" && handles,
    },
  };
}
