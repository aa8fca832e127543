import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { CaseStep } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { type CaseFacts, canKeepProgress, canReadDiary, canReadProgress } from "@/lib/features/inspections/policy";
import { caseFactColumns, getCaseFacts } from "@/lib/features/inspections/queries/case-facts";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";
import {
  casePlan,
  mostExtension,
  nextStep,
  type StepStanding,
  stepStandings,
} from "@/lib/features/inspections/rules/steps";
import { findInspectionRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

/** A step as the page of its case shows it. */
export type StepLine = StepStanding & {
  readonly remark: string | null;
  readonly recordedBy: string | null;
  readonly version: number | null;
  readonly can: { readonly mark: boolean; readonly takeBack: boolean };
};

/** How far a case has come, as far as the reader may see it: null steps or diary where they are not the reader's to see. */
export type ProgressView = {
  readonly steps: readonly StepLine[] | null;
  readonly next: CaseStep | null;
  /** The document that the due days rest on, and how many days it gives; null where no rules were in force. */
  readonly rule: {
    readonly document: string;
    readonly days: number;
    readonly mostExtension: number;
    readonly isConfirmed: boolean;
  } | null;
  readonly extension: {
    readonly days: number;
    readonly grantedOn: Day;
    readonly reason: string;
    readonly recordedBy: string;
  } | null;
  readonly diary:
    | readonly { readonly id: string; readonly happenedOn: Day; readonly text: string; readonly recordedBy: string }[]
    | null;
  readonly can: { readonly extend: boolean; readonly writeDiary: boolean };
};

/** How far one case has come. Refuses with NOT_FOUND a case that is not there or not the reader's to know of. */
export function getProgress(actor: Actor, id: string): Promise<ProgressView> {
  return readAs(actor, async (tx) => {
    const row = await tx.inspection.findFirst({
      where: { AND: [{ id }, listScope(actor)] },
      relationLoadStrategy: "join",
      select: { mode: true, startsOn: true, ...caseFactColumns },
    });
    if (!row) throw notFound();
    const facts = getCaseFacts(row);
    const of = { committeeId: actor.committeeId, inspectionId: id };
    const startsOn = fromDbDate(row.startsOn);
    const rules = canReadProgress(actor, facts) ? await findInspectionRulesOn(tx, actor.committeeId, startsOn) : null;
    const mayKeep = canKeepProgress(actor, facts);
    const entries = canReadDiary(actor, facts)
      ? await tx.inspectionDiaryEntry.findMany({
          where: of,
          orderBy: [{ happenedOn: "desc" }, { recordedAt: "desc" }],
          select: { id: true, happenedOn: true, text: true, recordedBy: true },
        })
      : null;
    const diary = entries && entries.map((one) => ({ ...one, happenedOn: fromDbDate(one.happenedOn) }));
    const writeDiary = mayKeep && !facts.isConcluded;
    const nothing = { steps: null, next: null, rule: null, extension: null, diary, can: { extend: false, writeDiary } };
    if (!rules) return nothing;

    const [stored, found] = await Promise.all([
      tx.inspectionStep.findMany({
        where: of,
        select: { step: true, doneOn: true, remark: true, recordedBy: true, version: true },
      }),
      tx.inspectionExtension.findFirst({
        where: of,
        select: { days: true, grantedOn: true, reason: true, recordedBy: true },
      }),
    ]);
    const taken = stored.map((one) => ({ ...one, doneOn: fromDbDate(one.doneOn) }));
    const extension = found && { ...found, grantedOn: fromDbDate(found.grantedOn) };
    const plan = casePlan(row.mode, rules.parameters);
    const standings = stepStandings(plan, { startsOn, extension, taken }, actor.today);
    const steps = linesOf(standings, taken, mayKeep, facts);
    const { inspectionDays, supervisionDays, extensionDivisor, inspectionSteps, supervisionSteps } = rules.parameters;
    const parts = row.mode === "INSPECTION" ? [inspectionDays, inspectionSteps] : [supervisionDays, supervisionSteps];
    const isConfirmed = [...parts, extensionDivisor].every((one) => one.certainty === "CONFIRMED");
    const rule = { document: rules.document, days: plan.days, mostExtension: mostExtension(plan), isConfirmed };
    const extend = writeDiary && extension === null && rule.mostExtension > 0;
    return { steps, next: nextStep(standings), rule, extension, diary, can: { extend, writeDiary } };
  });
}

type Stored = {
  readonly step: CaseStep;
  readonly remark: string | null;
  readonly recordedBy: string;
  readonly version: number;
};

function linesOf(
  standings: readonly StepStanding[],
  taken: readonly Stored[],
  mayKeep: boolean,
  { isConcluded }: CaseFacts,
): StepLine[] {
  const next = nextStep(standings);
  const last = standings.findLast((one) => one.doneOn !== null)?.step;
  return standings.map((standing) => {
    const { step } = standing;
    const entry = taken.find((one) => one.step === step);
    const mark = mayKeep && (step === next || (entry !== undefined && !isConcluded));
    return {
      ...standing,
      ...{ remark: entry?.remark ?? null, recordedBy: entry?.recordedBy ?? null, version: entry?.version ?? null },
      can: { mark, takeBack: mayKeep && !isConcluded && step === last },
    };
  });
}
