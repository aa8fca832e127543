import { OpinionsCard } from "@/components/rating-opinions/opinions-card";
import { EvidenceCard } from "@/components/ratings/evidence-card";
import { SelfReviewCard } from "@/components/self-reviews/self-review-card";
import { TasksOfYearCard } from "@/components/tasks/tasks-of-year";
import type { SubjectPapers as Papers } from "@/lib/features/rating-opinions/queries/get-subject-papers";
import type { RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";

type SubjectPapersProps = { view: RatedSubjectView; papers: Papers };

/** What the subject says of its year, what others say of it, and what the records hold, side by side; nothing of it is taken over. */
export function SubjectPapers({ view, papers: { review, opinions, records } }: SubjectPapersProps) {
  const { round, memberId, branchId } = view;
  const question = memberId === null ? { branch: branchId ?? "" } : { person: memberId };
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SelfReviewCard round={round} review={review} />
        {records && <EvidenceCard evidence={records.evidence} />}
      </div>
      <OpinionsCard list={opinions} period={round.period} />
      {records && <TasksOfYearCard question={question} tasks={records.tasks} />}
    </>
  );
}
