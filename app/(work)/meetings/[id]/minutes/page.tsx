import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { holderName } from "@/components/meetings/meeting-words";
import { MinutesDraft } from "@/components/meetings/minutes-draft";
import { MinutesForm, TakeOverForm } from "@/components/meetings/minutes-form";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { getMinutesForm } from "@/lib/features/meetings/queries/get-minutes-form";

type MinutesPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["written", "penTaken", "draftDropped"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("page.write") };
}

export default async function MinutesPage({ params, searchParams }: MinutesPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  if (!meeting.can.edit) notFound();
  const [form, t, { locale }] = await Promise.all([
    onPage(getMinutesForm(actor, meeting, textIn(query, "draft") === "open")),
    getTranslations("meetings"),
    readPreferences(),
  ]);
  const format = formatIn(locale);
  const { draft } = form;
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <PageHeader
        title={t("minutes.title", { branch: holderName(meeting, t), day: format.day(meeting.heldOn) })}
        lead={t("minutes.lead")}
        back={{ href: `/meetings/${id}`, label: t(meeting.body === null ? "minutes.back" : "bodies.facts") }}
      />
      {draft && <MinutesDraft meetingId={id} draft={draft} isReadOnly={meeting.otherPen !== null} format={format} />}
      {meeting.otherPen === null ? (
        <MinutesForm key={`${form.version} ${draft?.isOpened}`} meeting={meeting} form={form} />
      ) : (
        <TakeOverForm meeting={meeting} name={meeting.otherPen} />
      )}
    </div>
  );
}
