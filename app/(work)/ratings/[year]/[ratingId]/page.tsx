import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EvidenceCard } from "@/components/ratings/evidence-card";
import { RatedSubjectScreen } from "@/components/ratings/rated-subject-screen";
import { SelfReviewCard } from "@/components/self-reviews/self-review-card";
import { BackLink } from "@/components/shared/back-link";
import { TasksOfYearCard } from "@/components/tasks/tasks-of-year";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import type { Actor } from "@/lib/core/actor";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listConclusions } from "@/lib/features/inspections/queries/list-conclusions";
import { listAttendance } from "@/lib/features/meetings/queries/list-attendance";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRatedSubject, type RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";
import { listRuledOut } from "@/lib/features/ratings/queries/list-ruled-out";
import { ratingYear } from "@/lib/features/ratings/schema";
import { findSelfReview } from "@/lib/features/self-reviews/queries/get-self-review";
import type { SelfReviewContent } from "@/lib/features/self-reviews/queries/self-review-columns";
import { listTasksOfBranch, listTasksOfMember } from "@/lib/features/tasks/queries/list-tasks";

type RatingPageProps = { params: Promise<{ year: string; ratingId: string }>; searchParams: Promise<Query> };

const doneWords = ["proposed", "excluded", "corrected"] as const;

export async function generateMetadata({ params }: RatingPageProps): Promise<Metadata> {
  const year = ratingYear((await params).year);
  return { title: (await getTranslations("ratings"))("yearTitle", { year: String(year) }) };
}

export default async function RatingPage({ params, searchParams }: RatingPageProps) {
  const actor = await requireActor();
  const [{ year: typed, ratingId }, query] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(ratingId).success) notFound();
  const year = ratingYear(typed);
  const view = await onPage(getRatedSubject(actor, year, { ratingId }));
  const review = await onPage(findSelfReview(actor, view.round, view));
  const [register, found, t, words, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    onPage(findEvidence(actor, view, review)),
    getTranslations("ratings"),
    getAnyKeyTranslator(),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const bodyName = register.name ?? t("tabs.committee");
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={`${t("yearTitle", { year: String(year) })}: ${view.name ?? bodyName}`}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <BackLink href={`/ratings/${year}`}>{t("actions.back", { year: String(year) })}</BackLink>
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <RatedSubjectScreen
        view={view}
        bodyName={bodyName}
        refusal={view.can.confirmObstacle && words(view.can.confirmObstacle)}
      />
      <SelfReviewCard round={view.round} review={review} />
      {found && <EvidenceCard evidence={found.evidence} />}
      {found && <TasksOfYearCard question={found.question} tasks={found.tasks} />}
    </div>
  );
}

/** What the year's records say of a member or a branch; the committee's own work is in none of them. */
async function findEvidence(
  actor: Actor,
  { memberId, branchId, round }: RatedSubjectView,
  review: SelfReviewContent | null,
) {
  const { year } = round;
  const subject = subjectOf(memberId, branchId);
  if (!subject) return null;
  const [meetings, tasks, conclusions] = await Promise.all([
    memberId === null ? null : listAttendance(actor, memberId, year),
    listTasksOf(actor, subject, year),
    listConclusions(actor, subject, year),
  ]);
  const question = "memberId" in subject ? { person: subject.memberId } : { branch: subject.branchId };
  const { finished } = tasks;
  const [onTime, late] = [finished.onTime.length, finished.late.length];
  const done = { total: onTime + late, onTime, late, beyond: null };
  const barred = listRuledOut(round, { tasks: done, points: review?.points ?? null, grades: review?.grades ?? null });
  return { tasks, question, evidence: { year, meetings, tasks: finished, conclusions, ruledOut: barred } };
}

function listTasksOf(actor: Actor, subject: { memberId: string } | { branchId: string }, year: number) {
  if ("memberId" in subject) return listTasksOfMember(actor, subject.memberId, year);
  return listTasksOfBranch(actor, subject.branchId, year);
}

function subjectOf(
  memberId: string | null,
  branchId: string | null,
): { memberId: string } | { branchId: string } | null {
  if (memberId !== null) return { memberId };
  return branchId === null ? null : { branchId };
}
