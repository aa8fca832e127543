import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GradeForm } from "@/components/meetings/quality-forms";
import { QualityView } from "@/components/meetings/quality-view";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { findMeetingScore } from "@/lib/features/meetings/queries/find-meeting-score";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.quality"))("decide") };
}

export default async function GradeMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const meeting = await onPage(getBranchMeeting(actor, idIn(id)));
  const quality = await onPage(findMeetingScore(actor, meeting));
  if (!quality.can.grade || quality.score === null) notFound();
  const [t, { locale }] = await Promise.all([getTranslations("meetings"), readPreferences()]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("quality.gradeTitle", { branch: meeting.branch, day: formatIn(locale).day(meeting.heldOn) })}
        lead={t("quality.gradeLead")}
        back={{ href: `/meetings/${id}`, label: t("page.facts") }}
      />
      <QualityView meetingId={id} quality={{ ...quality, can: { score: false, grade: false } }} />
      <GradeForm meetingId={id} score={quality.score} />
    </div>
  );
}
