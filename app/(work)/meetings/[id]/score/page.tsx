import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ScoreForm } from "@/components/meetings/quality-forms";
import { FormNote } from "@/components/meetings/quality-view";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { findMeetingScore } from "@/lib/features/meetings/queries/find-meeting-score";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.quality"))("score") };
}

export default async function ScoreMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const meeting = await onPage(getBranchMeeting(actor, idIn(id)));
  const { form, score, can } = await onPage(findMeetingScore(actor, meeting));
  if (!can.score || form === null) notFound();
  const [t, { locale }] = await Promise.all([getTranslations("meetings"), readPreferences()]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("quality.scoreTitle", { branch: meeting.branch, day: formatIn(locale).day(meeting.heldOn) })}
        lead={t("quality.scoreLead")}
        back={{ href: `/meetings/${id}`, label: t("page.facts") }}
      />
      <FormNote form={form} />
      <ScoreForm meetingId={id} form={form} score={score} />
    </div>
  );
}
