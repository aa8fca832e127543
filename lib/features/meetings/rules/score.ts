import type { MeetingCriterion, MeetingGrade, MeetingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { MeetingParameters } from "@/lib/features/rule-sets/schema";

/** The points given, by criterion; null where nothing was entered. */
export type Points = Readonly<Partial<Record<MeetingCriterion, number | null>>>;

/** The form of a day: its criteria with the most points each is worth, and the floors of the grades. */
export type ScoreForm = {
  readonly criteria: MeetingParameters["criteria"]["value"];
  readonly gradeFloors: MeetingParameters["gradeFloors"]["value"];
};

/** The grade that so many points of 100 are worth. */
export function gradeOf(total: number, { good, fair, average }: ScoreForm["gradeFloors"]): MeetingGrade {
  if (total >= good) return "MEETING_GOOD";
  if (total >= fair) return "MEETING_FAIR";
  return total >= average ? "MEETING_AVERAGE" : "MEETING_POOR";
}

/** All points of the form's criteria together. */
export function totalOf(points: Points, { criteria }: ScoreForm): number {
  return criteria.reduce((sum, { criterion }) => sum + (points[criterion] ?? 0), 0);
}

/** Why these points cannot be given: one is missing, more than its criterion is worth, or for a criterion the form has not. */
export function pointsObstacle(points: Points, { criteria }: ScoreForm): Obstacle | null {
  for (const { criterion, most } of criteria) {
    const given = points[criterion] ?? null;
    if (given === null) return { reason: "meetings.errors.pointsMissing", field: criterion };
    if (given > most) return { reason: "meetings.errors.pointsOver", params: { most }, field: criterion };
  }
  const known = new Set<string>(criteria.map(({ criterion }) => criterion));
  const strange = Object.entries(points).find(([criterion, given]) => given !== null && !known.has(criterion));
  return strange ? { reason: "meetings.errors.pointsStrange", field: strange[0] } : null;
}

/** Why a meeting cannot be scored: its roll has not been called, so it has not been held, or its grade has been decided. */
export function scoringObstacle(
  hasRoll: boolean,
  score: { readonly decidedGrade: MeetingGrade | null } | null,
): Obstacle | null {
  if (!hasRoll) return { reason: "meetings.errors.scoreBeforeRoll" };
  return score?.decidedGrade ? { reason: "meetings.errors.gradeDecided" } : null;
}

/** What the committee says of a meeting. */
export type GradeDecision = { readonly grade: MeetingGrade; readonly reason: string | null };

/**
 * Why the committee cannot decide this grade: the minutes have not been sent, the branch has not scored, the decider scored it
 * (recorder and confirmer are two people), or a reason is missing where the grade is another than proposed or decided before.
 */
export function gradingObstacle(
  state: MeetingState,
  score: {
    readonly proposedGrade: MeetingGrade;
    readonly decidedGrade: MeetingGrade | null;
    readonly scoredById: string | null;
  } | null,
  { grade, reason }: GradeDecision,
  accountId: string | null,
): Obstacle | null {
  if (state === "DRAFT") return { reason: "meetings.errors.gradeBeforeSent" };
  if (score === null) return { reason: "meetings.errors.notScored" };
  if (score.scoredById !== null && score.scoredById === accountId) return { reason: "meetings.errors.ownScore" };
  if (reason !== null) return null;
  if (grade !== score.proposedGrade) return { reason: "meetings.errors.gradeReason", field: "reason" };
  return score.decidedGrade ? { reason: "meetings.errors.gradeAgainReason", field: "reason" } : null;
}
