import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationPaper } from "@/components/meetings/invitation-paper";
import { InviteForm } from "@/components/meetings/invite-form";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/shared/print-button";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findInvitation } from "@/lib/features/meetings/queries/find-invitation";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("invitation.title") };
}

export default async function InvitationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const meeting = await onPage(getMeeting(actor, idIn((await params).id)));
  const [invitation, register, t] = await Promise.all([
    onPage(findInvitation(actor, meeting)),
    onPage(getRegister(actor, meeting.heldOn)),
    getTranslations("meetings"),
  ]);
  if (!invitation) notFound();
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={t(meeting.body === null ? "invitation.title" : "bodies.invitation.title")}
          lead={t(meeting.body === null ? "invitation.lead" : "bodies.invitation.lead")}
          back={{ href: `/meetings/${meeting.id}`, label: t(meeting.body === null ? "minutes.back" : "bodies.facts") }}
          actions={<PrintButton>{t("paper.print")}</PrintButton>}
        />
        <InviteForm meeting={meeting} notice={invitation.notice} />
      </div>
      <InvitationPaper meeting={meeting} invitation={invitation} register={register} />
    </>
  );
}
