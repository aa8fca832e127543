import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SendCheck } from "@/components/meetings/send-check";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findNextMeeting } from "@/lib/features/meetings/queries/find-next-meeting";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("sending.title") };
}

export default async function SendMinutesPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  const { counts } = meeting;
  if (!meeting.can.edit || counts === null || meeting.items.length === 0) notFound();
  const [next, t] = await Promise.all([onPage(findNextMeeting(actor, meeting)), getTranslations("meetings")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t(meeting.body === null ? "sending.title" : "bodies.sending.title")}
        back={{ href: `/meetings/${id}`, label: t(meeting.body === null ? "page.facts" : "bodies.facts") }}
      />
      <SendCheck meeting={meeting} counts={counts} next={next} />
    </div>
  );
}
