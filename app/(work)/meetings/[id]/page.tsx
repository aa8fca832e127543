import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeetingScreen } from "@/components/meetings/meeting-screen";
import { holderName } from "@/components/meetings/meeting-words";
import { PhotosCard } from "@/components/meetings/photo-parts";
import { rollParts } from "@/components/meetings/roll-view";
import { MeetingDocuments } from "@/components/party-documents/meeting-documents";
import { MeetingTasks } from "@/components/tasks/meeting-tasks";
import { SourceTasks } from "@/components/tasks/source-tasks";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { MeetingVisitors } from "@/components/visits/meeting-visitors";
import type { Actor } from "@/lib/core/actor";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { findMeetingScore } from "@/lib/features/meetings/queries/find-meeting-score";
import { type BranchMeetingView, getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listPhotos } from "@/lib/features/meetings/queries/list-photos";
import { listDocumentsOfMeeting } from "@/lib/features/party-documents/queries/list-meeting-documents";
import { listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";
import { listVisitsOfMeeting } from "@/lib/features/visits/queries/list-visits";

type MeetingPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = [
  "opened",
  "bodyOpened",
  "bodyEdited",
  "edited",
  "invited",
  "rollCalled",
  "sent",
  "signed",
  "amended",
  "scored",
  "graded",
  "tasksJudged",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

export default async function MeetingPage({ params, searchParams }: MeetingPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  const [parts, given, photos, t, { locale }] = await Promise.all([
    meeting.body === null ? onPage(partsOfBranch(actor, meeting)) : null,
    meeting.body === null ? null : onPage(listTasksFrom(actor, { meetingId: meeting.id, branchId: null })),
    onPage(listPhotos(actor, meeting.id)),
    getTranslations("meetings"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const part = rollParts.find((one) => one === textIn(query, "show")) ?? null;
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={holderName(meeting, t)}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <MeetingScreen
        meeting={meeting}
        quality={parts?.quality ?? null}
        part={part}
        tasks={
          parts ? (
            <MeetingTasks meeting={parts.meeting} tasks={parts.tasks} />
          ) : (
            given && <SourceTasks tasks={given} giveHref={addressOf("/tasks/new", { meeting: meeting.id })} />
          )
        }
      />
      <PhotosCard meetingId={meeting.id} photos={photos} mayChange={meeting.can.edit} />
      {parts && (
        <>
          <MeetingDocuments documents={parts.documents} />
          <MeetingVisitors meeting={parts.meeting} there={parts.there} />
        </>
      )}
    </div>
  );
}

/* What only a meeting of a branch has. */
async function partsOfBranch(actor: Actor, meeting: BranchMeetingView) {
  const [quality, there, tasks, documents] = await Promise.all([
    findMeetingScore(actor, meeting),
    listVisitsOfMeeting(actor, meeting),
    listMeetingTasks(actor, meeting),
    listDocumentsOfMeeting(actor, meeting.id),
  ]);
  return { meeting, quality, there, tasks, documents };
}
