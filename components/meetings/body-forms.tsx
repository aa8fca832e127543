import { useTranslations } from "next-intl";
import { meetingKinds, RecordFields, type RecordValues } from "@/components/meetings/record-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { editBodyMeetingAction, openBodyMeetingAction } from "@/lib/features/meetings/actions";
import type { BodyMeetingForm, BodyPeople } from "@/lib/features/meetings/queries/find-body-form";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";

/** Opens a meeting of a body of the committee, filled in from its last regular one but for the day. */
export function OpenBodyMeetingForm({ form, backHref }: { form: BodyMeetingForm; backHref: string }) {
  const t = useTranslations("meetings");
  return (
    <FormFrame action={openBodyMeetingAction}>
      <input type="hidden" name="body" value={form.body} />
      <BodyRecordFields values={{ ...form, kind: "MONTHLY", heldOn: null }} people={form} />
      <Actions>
        <SubmitButton>{t("bodies.form.save")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Puts right what was entered of a meeting of a body. */
export function EditBodyMeetingForm({ meeting, people }: { meeting: MeetingView; people: BodyPeople }) {
  const t = useTranslations("meetings");
  const compared = [
    {
      name: "kind",
      label: t("bodies.form.kind"),
      options: meetingKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    { name: "heldOn", label: t("form.heldOn") },
    { name: "startTime", label: t("invitation.startTime") },
    { name: "place", label: t("form.place") },
    { name: "chairId", label: t("form.chair"), options: optionsOf(people.chairs) },
    { name: "writerId", label: t("form.writer"), options: optionsOf(people.writers) },
  ];
  const back = `/meetings/${meeting.id}`;
  return (
    <FormFrame action={editBodyMeetingAction} version={meeting.version} compare={compared} reloadHref={`${back}/edit`}>
      <input type="hidden" name="id" value={meeting.id} />
      <BodyRecordFields values={meeting} people={people} />
      <Actions>
        <SubmitButton>{t("bodies.form.saveEdit")}</SubmitButton>
        <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function BodyRecordFields({ values, people }: { values: RecordValues; people: BodyPeople }) {
  const t = useTranslations("meetings.bodies.form");
  return (
    <RecordFields
      values={values}
      kindLabel={t("kind")}
      chairs={{ people: people.chairs, hint: t("chairHint") }}
      writers={{ people: people.writers, hint: t("writerHint") }}
    />
  );
}

function optionsOf(people: BodyPeople["chairs"]) {
  return people.map(({ id, name }) => ({ value: id, label: name }));
}
