import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { holderName } from "@/components/meetings/meeting-words";
import { PhotoList, RemovePhotoForm } from "@/components/meetings/photo-parts";
import { PageHeader } from "@/components/shared/page-header";
import { UploadForm } from "@/components/shared/upload-form";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { PICTURE_LIMITS } from "@/lib/core/files/picture-reader/reading";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { idIn, onPage } from "@/lib/core/page";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listPhotos } from "@/lib/features/meetings/queries/list-photos";
import { MOST_PHOTOS } from "@/lib/features/meetings/schema/photos";

type PhotosPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["photoAttached", "photoRemoved"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("photos.title") };
}

export default async function PhotosPage({ params, searchParams }: PhotosPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  if (!meeting.can.edit) notFound();
  const [photos, t, upload, { locale }] = await Promise.all([
    onPage(listPhotos(actor, id)),
    getTranslations("meetings"),
    getUploadWords("meetings", query),
    readPreferences(),
  ]);
  const asked = textIn(query, "remove");
  const removed = photos.find((photo) => photo.id === asked);
  if (asked !== "" && !removed) notFound();
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const most = MOST_PHOTOS;
  const page = `/meetings/${id}/photos`;
  return (
    <div className="grid gap-4">
      {done && !removed && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <PageHeader
        title={t("photos.pageTitle", { holder: holderName(meeting, t), day: formatIn(locale).day(meeting.heldOn) })}
        lead={t("photos.lead", { most, of: meeting.body === null ? "branch" : "body" })}
        back={{ href: `/meetings/${id}`, label: t(meeting.body === null ? "photos.back" : "bodies.facts") }}
      />
      {removed ? (
        <RemovePhotoForm meetingId={id} photo={removed} />
      ) : (
        <>
          {photos.length < most ? (
            <UploadForm
              {...upload}
              action={`/api/uploads/meetings/${id}`}
              accept=".jpg,.jpeg,.png"
              mostBytes={PICTURE_LIMITS.bytes}
              cancel={{ href: `/meetings/${id}`, label: t("photos.finish") }}
            />
          ) : (
            <Notice>{t("photos.full", { most })}</Notice>
          )}
          <div className="pt-4">
            <PhotoList photos={photos} removeHref={(photo) => addressOf(page, { remove: photo.id })} />
          </div>
        </>
      )}
    </div>
  );
}
