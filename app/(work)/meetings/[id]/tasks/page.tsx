import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { JudgeTasksForm } from "@/components/tasks/judge-tasks-form";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("atMeeting.judge") };
}

export default async function JudgeTasksPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const meeting = await onPage(getBranchMeeting(actor, idIn(id)));
  const [tasks, t, { locale }] = await Promise.all([
    onPage(listMeetingTasks(actor, meeting)),
    getTranslations("tasks"),
    readPreferences(),
  ]);
  if (!tasks.can.judge) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("atMeeting.heading", { branch: meeting.branch, day: formatIn(locale).day(meeting.heldOn) })}
        lead={t("atMeeting.lead")}
        back={{ href: `/meetings/${id}`, label: t("atMeeting.back") }}
      />
      <JudgeTasksForm meeting={meeting} tasks={tasks.carried.filter((task) => task.isToJudge)} />
    </div>
  );
}
