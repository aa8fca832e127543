import type {
  CriterionGrade,
  NotRatedReason,
  RatingCriterion,
  RatingLevel,
  RatingSubject,
  SelfReviewForm,
  SelfReviewState,
} from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";
import { type MarksByCriterion, markRows, type ReviewStanding } from "@/lib/features/self-reviews/schema";

/** The criteria of a round, with the most points each is worth, and whether they take points or grades. */
export type ReviewRules = RatingParameters["review"];

/** The marks by criterion; null where nothing was given. */
export type Marks = Readonly<MarksByCriterion>;

/** The tasks of the year as the form has them. */
export type TaskCounts = {
  readonly tasksTotal: number | null;
  readonly tasksOnTime: number | null;
  readonly tasksLate: number | null;
  readonly tasksBeyond: number | null;
};

/** The forms for such a subject: Mẫu 01 of a collective; 2A, 2B and 2C of a person (HD 21, 25 and 43-HD/BTCTW alike). */
export function formsFor(subject: RatingSubject): readonly SelfReviewForm[] {
  return subject === "MEMBER" ? ["FORM_2A", "FORM_2B", "FORM_2C"] : ["FORM_01"];
}

/** Why this form is not for such a subject. */
export function formObstacle(subject: RatingSubject, form: SelfReviewForm): Obstacle | null {
  return formsFor(subject).includes(form) ? null : { reason: "selfReviews.errors.otherForm", field: "form" };
}

/** Why these marks cannot be kept: one of another kind than the rules have, above the most its criterion is worth, or of another criterion. */
export function marksObstacle(marks: Marks, { scale, criteria }: ReviewRules): Obstacle | null {
  const most = new Map(criteria.value.map((one) => [one.criterion, one.most]));
  for (const { criterion, points } of markRows(marks)) {
    const limit = most.get(criterion);
    if (limit === undefined) return { reason: "selfReviews.errors.otherCriterion", field: criterion };
    const isPoints = points !== null;
    if (isPoints !== (scale.value === "POINTS")) return { reason: "selfReviews.errors.notAMark", field: criterion };
    if (isPoints && points > limit) {
      return { reason: "selfReviews.errors.tooManyPoints", params: { most: limit }, field: criterion };
    }
  }
  return null;
}

/** Why these numbers of tasks cannot be true: only some of them, or more done than there were. */
export function tasksObstacle({ tasksTotal, tasksOnTime, tasksLate, tasksBeyond }: TaskCounts): Obstacle | null {
  const done = [tasksTotal, tasksOnTime, tasksLate];
  const isEmpty = [...done, tasksBeyond].every((one) => one === null);
  if (isEmpty) return null;
  const places = ["tasksTotal", "tasksOnTime", "tasksLate"] as const;
  const missing = places.find((_, index) => done[index] === null);
  if (missing) return { reason: "selfReviews.errors.tasksInPart", field: missing };
  const total = tasksTotal ?? 0;
  const finished = (tasksOnTime ?? 0) + (tasksLate ?? 0);
  if (finished > total) {
    return { reason: "selfReviews.errors.moreTasksDone", params: { finished, total }, field: "tasksTotal" };
  }
  const beyond = tasksBeyond ?? 0;
  if (beyond <= total) return null;
  return { reason: "selfReviews.errors.moreTasksBeyond", params: { beyond, total }, field: "tasksBeyond" };
}

/** What a review needs before it is handed in. */
export type Handed = {
  readonly marks: Marks;
  readonly strengths: string | null;
  readonly shortcomings: string | null;
  readonly proposedLevel: RatingLevel | null;
};

/** What is missing before a review can be handed in, in the order of the form; empty where nothing is. */
export function missingParts(of: Handed, { criteria }: ReviewRules): string[] {
  const marks = criteria.value.map(({ criterion }) => criterion).filter((one) => (of.marks[one] ?? null) === null);
  const words = (["strengths", "shortcomings", "proposedLevel"] as const).filter((one) => of[one] === null);
  return [...marks, ...words];
}

/** Why the review cannot change any more: it was handed in, or the branch has voted on its subject. */
export function changeObstacle(state: SelfReviewState, isPast: boolean): Obstacle | null {
  if (isPast) return { reason: "selfReviews.errors.pastVote" };
  return state === "HANDED_IN" ? { reason: "selfReviews.errors.handedIn" } : null;
}

/** All points together; null where the rules have grades or a criterion has none yet. */
export function pointsOf(marks: Marks, { scale, criteria }: ReviewRules): number | null {
  if (scale.value !== "POINTS") return null;
  let sum = 0;
  for (const { criterion } of criteria.value) {
    const given = marks[criterion] ?? null;
    if (typeof given !== "number") return null;
    sum += given;
  }
  return sum;
}

/** The grades by criterion; null where the rules have points. */
export function gradesOf(marks: Marks, { scale }: ReviewRules): ReadonlyMap<RatingCriterion, CriterionGrade> | null {
  if (scale.value !== "GRADES") return null;
  return new Map(markRows(marks).flatMap(({ criterion, grade }) => (grade === null ? [] : [[criterion, grade]])));
}

/**
 * Whether the rules ask this member for a review: not of the exempt and the suspended; of who was admitted lately as the rules of the
 * round say (HD 21-HD/BTCTW 2019: not rated, but reviews himself).
 */
export function isAsked(ruledOut: NotRatedReason | null, { newMember }: RatingParameters): boolean {
  if (ruledOut === "ADMITTED_LATE") return newMember.value === "SELF_REVIEW_ONLY";
  return ruledOut === null;
}

/** Where somebody stands with the review. */
export function reviewStanding(asked: boolean, state: SelfReviewState | null): ReviewStanding {
  if (state !== null) return state;
  return asked ? "NONE" : "NOT_ASKED";
}

/** How many stand where. */
export type StandingCounts = Readonly<Record<ReviewStanding, number>>;

/** Counts standings. */
export function standingCounts(standings: readonly ReviewStanding[]): StandingCounts {
  const count = (standing: ReviewStanding) => standings.filter((one) => one === standing).length;
  return { NONE: count("NONE"), DRAFT: count("DRAFT"), HANDED_IN: count("HANDED_IN"), NOT_ASKED: count("NOT_ASKED") };
}
