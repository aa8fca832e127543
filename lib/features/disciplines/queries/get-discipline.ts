import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { BreachKind, DisciplineBody } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import {
  canConfirmDiscipline,
  canHandleComplaints,
  canListDisciplines,
  canRecordDiscipline,
  canWithdrawDiscipline,
} from "@/lib/features/disciplines/policy";
import {
  type ComplaintView,
  complaintColumns,
  getComplaintView,
} from "@/lib/features/disciplines/queries/complaint-views";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { type DisciplineLine, getLine, lineColumns } from "@/lib/features/disciplines/queries/list-disciplines";
import { lapsesAfter, limitationMonths, neverLapses, voteRule } from "@/lib/features/disciplines/rules";
import type { Certainty, Threshold } from "@/lib/features/rule-sets/schema";
import { type DisciplineParameters, disciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

/** What a rule says of a decision, with how sure that is. */
type Told<T> = { readonly value: T; readonly citation: string | null; readonly certainty: Certainty };

/** A decision with its papers, its vote, the rules it was judged by and the people who entered and confirmed it. */
export type DisciplineView = DisciplineLine & {
  readonly memberId: string | null;
  readonly branchId: string;
  readonly body: DisciplineBody;
  readonly bodyMembers: number;
  readonly present: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly breach: string;
  readonly breachKind: BreachKind;
  readonly exceptionPaper: string | null;
  readonly breachOn: Day;
  readonly concludedOn: Day;
  readonly document: string;
  readonly effectMonths: Told<number>;
  readonly complaintHoldsEffect: Told<boolean>;
  readonly complaintDays: Told<number>;
  /** The complaints about it, by the day of their receipt. */
  readonly complaints: readonly ComplaintView[];
  /** Until when the breach could be disciplined; null where it never lapses. */
  readonly lapsesAfter: Told<Day | null>;
  readonly voteRule: Told<Threshold>;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmed: { readonly by: string; readonly on: Day } | null;
  readonly withdrawn: { readonly by: string; readonly on: Day; readonly reason: string } | null;
  readonly corrects: { readonly id: string; readonly decisionNumber: string; readonly reason: string } | null;
  readonly correctionId: string | null;
  readonly hasList: boolean;
  readonly version: number;
  readonly can: {
    readonly confirm: boolean;
    readonly withdraw: boolean;
    readonly correct: boolean;
    readonly complain: boolean;
  };
};

/** A decision. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export async function getDiscipline(actor: Actor, id: string): Promise<DisciplineView> {
  const row = await readAs(actor, (tx) =>
    tx.discipline.findFirst({
      where: { AND: [{ committeeId: actor.committeeId, id }, getReach(actor)] },
      relationLoadStrategy: "join",
      select: {
        ...lineColumns,
        ...{ branchId: true, body: true, bodyMembers: true, present: true, votesFor: true, votesAgainst: true },
        ...{ breach: true, breachKind: true, exceptionPaper: true, breachOn: true, concludedOn: true, version: true },
        ...{ recordedById: true, recordedBy: true, recordedAt: true, confirmedBy: true, confirmedOn: true },
        ...{ withdrawnOn: true, withdrawnBy: true, withdrawnReason: true, correctionReason: true },
        corrects: { select: { id: true, decisionNumber: true } },
        complaints: { ...lineColumns.complaints, select: complaintColumns },
      },
    }),
  );
  if (!row) throw notFound();
  const { confirmedBy, confirmedOn, withdrawnBy, withdrawnOn, withdrawnReason, corrects, correctionReason } = row;
  const { memberId, branchId, body, bodyMembers, present, votesFor, votesAgainst, breach, breachKind } = row;
  const { exceptionPaper, recordedBy, recordedAt, version } = row;
  const rules = disciplineParameters.parse(row.ruleSet.parameters);
  const isWaiting = row.state === "RECORDED";
  const stands = row.state === "CONFIRMED" && row.corrections.length === 0;
  const hasOpen = row.complaints.some(({ state }) => state === "RECEIVED" || state === "TO_CONFIRM");
  const months = neverLapses(rules, breachKind)?.value ? null : limitationMonths(rules, row.subject, row.form);
  const breachOn = fromDbDate(row.breachOn);
  return {
    ...getLine(row, actor.today),
    ...{ memberId, branchId, body, bodyMembers, present, votesFor, votesAgainst, breach, breachKind },
    ...{ exceptionPaper, recordedBy, recordedAt, version, breachOn, concludedOn: fromDbDate(row.concludedOn) },
    document: row.ruleSet.document,
    effectMonths: rules.effectMonths,
    complaintHoldsEffect: rules.complaintHoldsEffect,
    complaintDays: rules.complaintDays,
    complaints: row.complaints.map((one) => getComplaintView(actor, row, { row: one, rules })),
    lapsesAfter: { ...limitationSource(row, rules), value: lapsesAfter(breachOn, months) },
    voteRule: voteRule(rules, body),
    confirmed: confirmedBy && confirmedOn ? { by: confirmedBy, on: fromDbDate(confirmedOn) } : null,
    withdrawn: withdrawnOn && { by: withdrawnBy ?? "", on: fromDbDate(withdrawnOn), reason: withdrawnReason ?? "" },
    corrects: corrects && { ...corrects, reason: correctionReason ?? "" },
    correctionId: row.corrections[0]?.id ?? null,
    hasList: canListDisciplines(actor),
    can: {
      confirm: isWaiting && canConfirmDiscipline(actor, row),
      withdraw: isWaiting && canWithdrawDiscipline(actor, row),
      correct: stands && !hasOpen && canRecordDiscipline(actor, row),
      complain: stands && !hasOpen && canHandleComplaints(actor, row),
    },
  };
}

/** A decision that the reader may confirm. Refuses with NOT_FOUND what the reader does not see, with FORBIDDEN what is not theirs to confirm, or does not wait. */
export async function getDisciplineToConfirm(actor: Actor, id: string): Promise<DisciplineView> {
  const found = await getDiscipline(actor, id);
  authorize(found.can.confirm);
  return found;
}

/** A decision that the reader may withdraw. Refuses as the one to confirm does. */
export async function getDisciplineToWithdraw(actor: Actor, id: string): Promise<DisciplineView> {
  const found = await getDiscipline(actor, id);
  authorize(found.can.withdraw);
  return found;
}

function limitationSource(
  { subject, form, breachKind }: Pick<DisciplineLine, "subject" | "form"> & { readonly breachKind: BreachKind },
  rules: DisciplineParameters,
): Omit<Told<Day | null>, "value"> {
  const { citation, certainty } =
    subject === "ORGANIZATION" ? rules.organizationLimitationMonths : rules.memberLimitationMonths;
  const never = neverLapses(rules, breachKind);
  if (never?.value) return { citation: never.citation, certainty: never.certainty };
  return { citation, certainty: limitationMonths(rules, subject, form) === null ? "UNCONFIRMED" : certainty };
}
