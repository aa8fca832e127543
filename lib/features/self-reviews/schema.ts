import { z } from "zod";
import { CriterionGrade, RatingCriterion, RatingLevel, SelfReviewForm } from "@/lib/core/db/generated/enums";
import { choice, count, id, optionalChoice, optionalId, optionalNote, version } from "@/lib/core/fields";

/* Two pages of handwriting; the forms leave about half of that for each part. */
const MOST_CHARACTERS = 4000;

const optionalCount = (most: number) =>
  z
    .union([z.literal("").transform(() => null), count(0, most)])
    .optional()
    .transform((value) => value ?? null);

/** What somebody gives himself for a criterion: a grade or points, as the rules of the round have it; null for nothing yet. */
export type Mark = CriterionGrade | number | null;

const mark = () =>
  z
    .union([z.literal("").transform(() => null), z.enum(CriterionGrade), count(0, 100)], {
      error: "selfReviews.errors.notAMark",
    })
    .optional()
    .transform((value): Mark => value ?? null);

/** The parts of the form that are written in words, in its order (Mẫu 01, 2A, 2B, 2C). */
export const reviewTexts = ["strengths", "shortcomings", "causes", "corrections", "explanation", "remedies"] as const;
export type ReviewText = (typeof reviewTexts)[number];

/** The year's tasks as their owner counts them. */
export const taskCounts = ["tasksTotal", "tasksOnTime", "tasksLate", "tasksBeyond"] as const;

/** A review as the form sends it: one control for each criterion, named by it. `version` is absent of a new one. */
export const saveSelfReviewInput = z.strictObject({
  roundId: id(),
  memberId: optionalId(),
  branchId: optionalId(),
  version: version().optional(),
  form: choice(SelfReviewForm),
  IDEOLOGY: mark(),
  ETHICS: mark(),
  DISCIPLINED_CONDUCT: mark(),
  WORKING_STYLE: mark(),
  TASK_RESULTS: mark(),
  CORRECTION: mark(),
  COMMON: mark(),
  strengths: optionalNote(MOST_CHARACTERS),
  shortcomings: optionalNote(MOST_CHARACTERS),
  causes: optionalNote(MOST_CHARACTERS),
  corrections: optionalNote(MOST_CHARACTERS),
  explanation: optionalNote(MOST_CHARACTERS),
  remedies: optionalNote(MOST_CHARACTERS),
  tasksTotal: optionalCount(1000),
  tasksOnTime: optionalCount(1000),
  tasksLate: optionalCount(1000),
  tasksBeyond: optionalCount(1000),
  proposedLevel: optionalChoice(RatingLevel),
});
export type SaveSelfReviewInput = z.output<typeof saveSelfReviewInput>;

export const moveSelfReviewInput = z.strictObject({ id: id(), version: version() });
export type MoveSelfReviewInput = z.output<typeof moveSelfReviewInput>;

/** Where somebody of a round stands with the review; NOT_ASKED of whom the rules ask none. */
export const reviewStandings = ["NONE", "DRAFT", "HANDED_IN", "NOT_ASKED"] as const;
export type ReviewStanding = (typeof reviewStandings)[number];

/** What the list of a round is narrowed to by its address; anything unreadable counts as not asked for. */
export const selfReviewFilter = z.object({
  tab: z.enum(["members", "branches"]).catch("members"),
  branch: z.uuid().nullable().catch(null),
  standing: z.enum(reviewStandings).nullable().catch(null),
});
export type SelfReviewFilter = z.output<typeof selfReviewFilter>;

const place = z.union([
  z.object({ member: z.uuid() }).transform(({ member }) => ({ memberId: member, branchId: null })),
  z.object({ branch: z.uuid() }).transform(({ branch }) => ({ memberId: null, branchId: branch })),
  z.object({ of: z.literal("committee") }).transform(() => ({ memberId: null, branchId: null })),
]);

/** Whom an address asks for: `member`, `branch` or `of=committee`; null where it names none. */
export function reviewedInAddress(query: Readonly<Record<string, unknown>>) {
  return place.safeParse(query).data ?? null;
}

/** The marks of a form or of stored rows, by criterion. */
export type MarksByCriterion = Partial<Record<RatingCriterion, Mark>>;

/** The marks that a form sent, by criterion. */
export function marksIn(input: SaveSelfReviewInput): MarksByCriterion {
  return Object.fromEntries(Object.values(RatingCriterion).map((criterion) => [criterion, input[criterion]]));
}

/** A mark as it is stored: a grade or points. */
export type MarkRow = {
  readonly criterion: RatingCriterion;
  readonly grade: CriterionGrade | null;
  readonly points: number | null;
};

/** The marks of stored rows, by criterion. */
export function marksFrom(rows: readonly MarkRow[]): MarksByCriterion {
  return Object.fromEntries(rows.map((one) => [one.criterion, one.grade ?? one.points]));
}

/** The marks that were given, as rows. */
export function markRows(marks: MarksByCriterion): MarkRow[] {
  return Object.values(RatingCriterion).flatMap((criterion): MarkRow[] => {
    const given = marks[criterion] ?? null;
    if (given === null) return [];
    return [
      typeof given === "number" ? { criterion, grade: null, points: given } : { criterion, grade: given, points: null },
    ];
  });
}
