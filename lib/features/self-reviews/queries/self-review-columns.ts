import "server-only";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { RatingLevel, RatingSubject, SelfReviewForm, SelfReviewState } from "@/lib/core/db/generated/enums";
import type { ReviewRules, TaskCounts } from "@/lib/features/self-reviews/rules";
import { gradesOf, pointsOf } from "@/lib/features/self-reviews/rules";
import { type MarkRow, type MarksByCriterion, marksFrom, type ReviewText } from "@/lib/features/self-reviews/schema";

/** A review as it is read. `points` are of all criteria together; null where the rules have grades or one has none. */
export type SelfReviewContent = TaskCounts &
  Readonly<Record<ReviewText, string | null>> & {
    readonly id: string;
    readonly subject: RatingSubject;
    readonly memberId: string | null;
    readonly branchId: string | null;
    readonly form: SelfReviewForm;
    readonly state: SelfReviewState;
    readonly proposedLevel: RatingLevel | null;
    readonly recordedBy: string;
    readonly recordedOn: Day;
    readonly isOnBehalf: boolean;
    readonly handedInOn: Day | null;
    readonly version: number;
    readonly marks: MarksByCriterion;
    readonly points: number | null;
    /** By criterion; null where the rules have points. */
    readonly grades: ReturnType<typeof gradesOf>;
  };

/** Columns of a review with its marks. */
export const contentColumns = {
  ...{ id: true, subject: true, memberId: true, branchId: true, form: true, state: true, proposedLevel: true },
  ...{ strengths: true, shortcomings: true, causes: true, corrections: true, explanation: true, remedies: true },
  ...{ tasksTotal: true, tasksOnTime: true, tasksLate: true, tasksBeyond: true },
  ...{ recordedBy: true, recordedOn: true, isOnBehalf: true, handedInOn: true, version: true },
  marks: { select: { criterion: true, grade: true, points: true } },
} as const;

type Row = Omit<SelfReviewContent, "recordedOn" | "handedInOn" | "marks" | "points" | "grades"> & {
  readonly recordedOn: Date;
  readonly handedInOn: Date | null;
  readonly marks: readonly MarkRow[];
};

/** A stored review as it is read, its points summed under the rules of its round. */
export function getContent(row: Row, rules: ReviewRules): SelfReviewContent {
  const marks = marksFrom(row.marks);
  return {
    ...row,
    recordedOn: fromDbDate(row.recordedOn),
    handedInOn: fromDbDate(row.handedInOn),
    marks,
    points: pointsOf(marks, rules),
    grades: gradesOf(marks, rules),
  };
}
