import { addDays, type Day, daysBetween } from "@/lib/core/day";
import type { CaseStep, InspectionMode, InspectionState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { InspectionParameters } from "@/lib/features/rule-sets/schema";

/** The three parts of every case. */
export type CasePhase = "PREPARE" | "CARRY_OUT" | "FINISH";

const PHASES: Readonly<Record<CaseStep, CasePhase>> = {
  DECISION_AND_PLAN: "PREPARE",
  ANNOUNCING: "CARRY_OUT",
  WORKING: "CARRY_OUT",
  VERIFYING: "CARRY_OUT",
  REPORTING: "FINISH",
  CONCLUSION_NOTICE: "FINISH",
  FILE_HANDOVER: "FINISH",
};

/** The part of a case to which a step belongs: prepare, carry out, finish. */
export function phaseOf(step: CaseStep): CasePhase {
  return PHASES[step];
}

/** The steps of a case of one kind, each with its due day in percent of the days that the case may take. */
export type CasePlan = {
  readonly days: number;
  readonly extensionDivisor: number;
  readonly steps: readonly { readonly step: CaseStep; readonly percent: number }[];
};

/** What the rules of the day have for a case of that kind. */
export function casePlan(mode: InspectionMode, of: InspectionParameters): CasePlan {
  const isInspection = mode === "INSPECTION";
  return {
    days: (isInspection ? of.inspectionDays : of.supervisionDays).value,
    extensionDivisor: of.extensionDivisor.value,
    steps: (isInspection ? of.inspectionSteps : of.supervisionSteps).value,
  };
}

/** A step that has been taken. */
export type StepTaken = { readonly step: CaseStep; readonly doneOn: Day };

/** Days added to a case; they move what had not been done on the day they were granted. */
export type Extension = { readonly days: number; readonly grantedOn: Day };

/** A case as its steps are reckoned. */
export type CaseCourse = {
  readonly startsOn: Day;
  readonly extension: Extension | null;
  readonly taken: readonly StepTaken[];
};

/** A step with its due day; `lateDays` is how long after that it was done, or has not been done. */
export type StepStanding = {
  readonly step: CaseStep;
  readonly phase: CasePhase;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
  readonly lateDays: number;
};

/** The steps of a case in their order: when each is due, when it was done, and how many days late. The start is day nought. */
export function stepStandings(plan: CasePlan, course: CaseCourse, today: Day): StepStanding[] {
  const { startsOn, extension, taken } = course;
  return plan.steps.map(({ step, percent }) => {
    const doneOn = taken.find((one) => one.step === step)?.doneOn ?? null;
    const isMoved = extension !== null && (doneOn === null || doneOn >= extension.grantedOn);
    const own = Math.ceil((plan.days * percent) / 100);
    const dueOn = addDays(startsOn, own + (isMoved ? extension.days : 0));
    return { step, phase: phaseOf(step), dueOn, doneOn, lateDays: Math.max(0, daysBetween(dueOn, doneOn ?? today)) };
  });
}

/** The step that comes next; null where every one is taken. */
export function nextStep(standings: readonly StepStanding[]): CaseStep | null {
  return standings.find((one) => one.doneOn === null)?.step ?? null;
}

/** What a step is marked against: how the case stands, what is planned and what has been taken. */
export type StepFacts = {
  readonly state: InspectionState;
  readonly decidedOn: Day;
  readonly plan: CasePlan | null;
  readonly taken: readonly StepTaken[];
};

/**
 * Why this step cannot be marked as done on that day: no such step in the rules of the case, the case is concluded and the step was
 * marked before, the day is to come or before the decision, an earlier step is missing, or the days are out of order.
 */
export function markStepObstacle(
  { state, decidedOn, plan, taken }: StepFacts,
  on: StepTaken,
  today: Day,
): Obstacle | null {
  const { step, doneOn } = on;
  const order = plan?.steps.map((one) => one.step) ?? [];
  const place = order.indexOf(step);
  if (place < 0) return { reason: "inspectionProgress.errors.noSuchStep" };
  if (state === "CONCLUDED" && taken.some((one) => one.step === step)) {
    return { reason: "inspectionProgress.errors.stepFinal" };
  }
  const field = "doneOn";
  if (doneOn > today) return { reason: "inspectionProgress.errors.stepInFuture", field };
  if (doneOn < decidedOn) return { reason: "inspectionProgress.errors.stepBeforeDecision", field };
  const dayOf = (other: CaseStep | undefined) => taken.find((one) => one.step === other)?.doneOn ?? null;
  const before = order.slice(0, place);
  if (before.some((other) => dayOf(other) === null)) return { reason: "inspectionProgress.errors.stepSkipped" };
  const after = order.slice(place + 1);
  const isOutOfOrder =
    before.some((other) => (dayOf(other) ?? doneOn) > doneOn) ||
    after.some((other) => (dayOf(other) ?? doneOn) < doneOn);
  return isOutOfOrder ? { reason: "inspectionProgress.errors.stepOutOfOrder", field } : null;
}

/** Why a step that was marked cannot be taken back: the case is concluded, or a later step has been taken. */
export function takeBackObstacle({ state, plan, taken }: StepFacts, step: CaseStep): Obstacle | null {
  if (state === "CONCLUDED") return { reason: "inspectionProgress.errors.stepFinal" };
  const order = plan?.steps.map((one) => one.step) ?? [];
  const later = order.slice(order.indexOf(step) + 1);
  const isFollowed = later.some((other) => taken.some((one) => one.step === other));
  return isFollowed ? { reason: "inspectionProgress.errors.stepFollowed" } : null;
}

/** By how many days at most a case may be extended. */
export function mostExtension({ days, extensionDivisor }: CasePlan): number {
  return extensionDivisor === 0 ? 0 : Math.floor(days / extensionDivisor);
}

/** Why a case cannot be extended so: concluded, extended before, no rules, too many days, or a day to come or before the start. */
export function extensionObstacle(
  of: {
    readonly state: InspectionState;
    readonly startsOn: Day;
    readonly plan: CasePlan | null;
    readonly extension: Extension | null;
  },
  input: Extension,
  today: Day,
): Obstacle | null {
  if (of.state === "CONCLUDED") return { reason: "inspections.errors.alreadyConcluded" };
  if (of.extension !== null) return { reason: "inspectionProgress.errors.extendedOnce" };
  if (of.plan === null) return { reason: "inspectionProgress.errors.noStepRules" };
  const most = mostExtension(of.plan);
  if (input.days < 1 || input.days > most) {
    return { reason: "inspectionProgress.errors.extensionTooLong", params: { most }, field: "days" };
  }
  if (input.grantedOn > today) return { reason: "inspectionProgress.errors.extensionInFuture", field: "grantedOn" };
  return input.grantedOn < of.startsOn
    ? { reason: "inspectionProgress.errors.extensionBeforeStart", field: "grantedOn" }
    : null;
}

/** Why this cannot be noted in the diary: the case is concluded, or the day is to come. */
export function diaryObstacle(state: InspectionState, happenedOn: Day, today: Day): Obstacle | null {
  if (state === "CONCLUDED") return { reason: "inspections.errors.alreadyConcluded" };
  return happenedOn > today ? { reason: "inspectionProgress.errors.diaryInFuture", field: "happenedOn" } : null;
}
