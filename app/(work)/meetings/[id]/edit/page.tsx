import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditBodyMeetingForm } from "@/components/meetings/body-forms";
import { EditMeetingForm } from "@/components/meetings/meeting-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findBodyPeople } from "@/lib/features/meetings/queries/find-body-form";
import { listMeetingPeople } from "@/lib/features/meetings/queries/find-meeting-form";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("form.editTitle") };
}

export default async function EditMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  if (!meeting.can.edit) notFound();
  const t = await getTranslations("meetings");
  const { body, branchId, heldOn } = meeting;
  if (body === null) {
    return (
      <div className="grid gap-4">
        <PageHeader title={t("form.editTitle")} back={{ href: `/meetings/${id}`, label: t("page.facts") }} />
        <EditMeetingForm meeting={meeting} people={await onPage(listMeetingPeople(actor, branchId, heldOn))} />
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <PageHeader title={t("bodies.form.editTitle")} back={{ href: `/meetings/${id}`, label: t("bodies.facts") }} />
      <EditBodyMeetingForm meeting={meeting} people={await onPage(findBodyPeople(actor, body, heldOn))} />
    </div>
  );
}
