import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Picture } from "@/components/ui/picture";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import { removePhotoAction } from "@/lib/features/meetings/actions";
import type { PhotoFacts } from "@/lib/features/meetings/queries/list-photos";

const pictureOf = (id: string, size?: "small") => addressOf(`/api/export/meeting-photos/${id}`, { size });

type PhotosCardProps = { meetingId: string; photos: readonly PhotoFacts[]; mayChange: boolean };

/** The photos of the notebook on the page of their meeting. */
export function PhotosCard({ meetingId, photos, mayChange }: PhotosCardProps) {
  const t = useTranslations("meetings.photos");
  if (photos.length === 0 && !mayChange) return null;
  return (
    <div className="screen-only">
      <Card
        title={t("title")}
        actions={mayChange && <ButtonLink href={`/meetings/${meetingId}/photos`}>{t("add")}</ButtonLink>}
      >
        <PhotoList photos={photos} />
      </Card>
    </div>
  );
}

type PhotoListProps = { photos: readonly PhotoFacts[]; removeHref?: (photo: PhotoFacts) => string };

/** Every photo as a thumbnail that opens it, with its size, who sent it and when; with the way to remove it while that is possible. */
export function PhotoList({ photos, removeHref }: PhotoListProps) {
  const t = useTranslations("meetings.photos");
  if (photos.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="photo-list">
      {photos.map((photo) => (
        <li key={photo.id} className="grid content-start gap-2">
          <PhotoLink photo={photo} />
          {removeHref && (
            <p>
              <ButtonLink href={removeHref(photo)}>{t("remove", { number: photo.number })}</ButtonLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function PhotoLink({ photo }: { photo: PhotoFacts }) {
  const t = useTranslations("meetings.photos");
  const format = useFormat();
  const { id, number, width, height, kilobytes, recordedBy, recordedAt } = photo;
  return (
    <div className="grid content-start gap-1">
      <a href={pictureOf(id)}>
        <Picture
          src={pictureOf(id, "small")}
          alt={t("alt", { number })}
          width={width}
          height={height}
          className="photo-small"
        />
        <span className="block pt-1">{t("open", { number, size: kilobytes })}</span>
      </a>
      <span className="field-hint">{t("kept", { at: format.moment(recordedAt), by: recordedBy })}</span>
    </div>
  );
}

type RemovePhotoFormProps = { meetingId: string; photo: PhotoFacts };

/** Shows the photo once more before it is gone. */
export function RemovePhotoForm({ meetingId, photo }: RemovePhotoFormProps) {
  const t = useTranslations("meetings.photos");
  return (
    <Card title={t("removeTitle", { number: photo.number })}>
      <div className="grid gap-4">
        <p>{t("removeLead")}</p>
        <PhotoLink photo={photo} />
        <FormFrame action={removePhotoAction}>
          <input type="hidden" name="id" value={photo.id} />
          <Actions>
            <SubmitButton tone="danger">{t("remove", { number: photo.number })}</SubmitButton>
            <ButtonLink href={`/meetings/${meetingId}/photos`}>{t("keep")}</ButtonLink>
          </Actions>
        </FormFrame>
      </div>
    </Card>
  );
}
