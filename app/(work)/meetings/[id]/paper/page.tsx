import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MinutesPaper } from "@/components/meetings/minutes-paper";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/shared/print-button";
import { CarriedPaper } from "@/components/tasks/carried-paper";
import { GivenPaper } from "@/components/tasks/given-paper";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listGivenInMinutes } from "@/lib/features/tasks/queries/list-given-in-minutes";
import { listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("page.paper") };
}

export default async function MinutesPaperPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  const [register, tasks, given, t] = await Promise.all([
    onPage(getRegister(actor, meeting.heldOn)),
    meeting.body === null ? onPage(listMeetingTasks(actor, meeting)) : null,
    onPage(listGivenInMinutes(actor, meeting)),
    getTranslations("meetings"),
  ]);
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={t("page.paper")}
          lead={meeting.state === "DRAFT" ? t("paper.draft") : undefined}
          back={{ href: `/meetings/${id}`, label: t(meeting.body === null ? "minutes.back" : "bodies.facts") }}
          actions={<PrintButton>{t("paper.print")}</PrintButton>}
        />
      </div>
      <MinutesPaper
        meeting={meeting}
        register={register}
        tasks={tasks && <CarriedPaper carried={tasks.carried} />}
        given={<GivenPaper given={given} isOfBody={meeting.body !== null} />}
      />
    </>
  );
}
