import "server-only";
import type { Actor } from "@/lib/core/actor";
import { listDisciplinesOf } from "@/lib/features/disciplines/queries/list-disciplines-of";
import { listConclusions } from "@/lib/features/inspections/queries/list-conclusions";
import { listAttendance } from "@/lib/features/meetings/queries/list-attendance";
import { listOpinions } from "@/lib/features/rating-opinions/queries/list-opinions";
import type { RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";
import { listRuledOut } from "@/lib/features/ratings/queries/list-ruled-out";
import { isInPeriod } from "@/lib/features/ratings/rules/steps";
import { findSelfReview } from "@/lib/features/self-reviews/queries/get-self-review";
import type { SelfReviewContent } from "@/lib/features/self-reviews/queries/self-review-columns";
import { listTasksOfBranch, listTasksOfMember } from "@/lib/features/tasks/queries/list-tasks";
import { finishedAmong } from "@/lib/features/tasks/rules/totals";

/** What the rating of a subject rests on: its own review, what others say of it, and what the year's records hold; each as far as the reader sees it. */
export type SubjectPapers = Awaited<ReturnType<typeof getSubjectPapers>>;

/** The papers on a subject of a round. `records` is null of the committee, whose own work is in none. */
export async function getSubjectPapers(actor: Actor, view: RatedSubjectView) {
  const review = await findSelfReview(actor, view.round, view);
  const [opinions, records] = await Promise.all([
    listOpinions(actor, { ...view, step: view.current?.state ?? null }),
    findRecords(actor, view, review),
  ]);
  return { review, opinions, records };
}

async function findRecords(
  actor: Actor,
  { memberId, branchId, round }: RatedSubjectView,
  review: SelfReviewContent | null,
) {
  if (memberId === null && branchId === null) return null;
  const { year, period } = round;
  const subject = memberId === null ? { branchId: branchId ?? "" } : { memberId };
  const [held, due, concluded, decided] = await Promise.all([
    memberId === null ? null : listAttendance(actor, memberId, year),
    memberId === null ? listTasksOfBranch(actor, branchId ?? "", year) : listTasksOfMember(actor, memberId, year),
    listConclusions(actor, subject, year),
    listDisciplinesOf(actor, subject, year),
  ]);
  const [meetings, tasks, conclusions, disciplines] = [
    held?.filter(({ heldOn }) => isInPeriod(period, heldOn)) ?? null,
    { ...due, lines: due.lines.filter(({ deadlineOn }) => isInPeriod(period, deadlineOn)) },
    concluded.filter(({ concludedOn }) => concludedOn !== null && isInPeriod(period, concludedOn)),
    decided.filter(({ decidedOn }) => isInPeriod(period, decidedOn)),
  ];
  const finished = finishedAmong(tasks.lines);
  const [onTime, late] = [finished.onTime.length, finished.late.length];
  const done = { total: onTime + late, onTime, late, beyond: null };
  const ruledOut = listRuledOut(round, {
    ...{ tasks: done, points: review?.points ?? null, grades: review?.grades ?? null },
    isDisciplined: disciplines.length > 0,
  });
  return { tasks, evidence: { period, meetings, tasks: finished, conclusions, disciplines, ruledOut } };
}
