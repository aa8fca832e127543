import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { editBodyMeetingAction, openBodyMeetingAction } from "@/lib/features/meetings/actions";
import type { BodyMeetingForm, BodyPeople } from "@/lib/features/meetings/queries/find-body-form";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";

const kinds = ["MONTHLY", "TOPICAL", "EXTENDED", "EXTRAORDINARY"] as const satisfies readonly MeetingKind[];

type Values = {
  readonly kind: MeetingKind;
  readonly heldOn: Day | null;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly chairId: string | null;
  readonly writerId: string | null;
};

/** Opens a meeting of a body of the committee, filled in from its last regular one but for the day. */
export function OpenBodyMeetingForm({ form, backHref }: { form: BodyMeetingForm; backHref: string }) {
  const t = useTranslations("meetings");
  return (
    <FormFrame action={openBodyMeetingAction}>
      <input type="hidden" name="body" value={form.body} />
      <RecordFields values={{ ...form, kind: "MONTHLY", heldOn: null }} people={form} />
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
      options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
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
      <RecordFields values={meeting} people={people} />
      <Actions>
        <SubmitButton>{t("bodies.form.saveEdit")}</SubmitButton>
        <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function RecordFields({ values, people }: { values: Values; people: BodyPeople }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const { kind, heldOn, startTime, place, chairId, writerId } = values;
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("bodies.form.kind")}
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={kind}
      />
      <DateInput name="heldOn" label={t("form.heldOn")} defaultValue={heldOn ? format.day(heldOn) : undefined} />
      <TextInput
        name="startTime"
        label={t("invitation.startTime")}
        hint={t("invitation.timeHint")}
        defaultValue={startTime ?? undefined}
        width="short"
        autoComplete="off"
        optional
      />
      <TextInput name="place" label={t("form.place")} defaultValue={place ?? undefined} autoComplete="off" />
      <Select
        name="chairId"
        label={t("form.chair")}
        hint={t("bodies.form.chairHint")}
        options={optionsOf(people.chairs)}
        defaultValue={chairId ?? undefined}
      />
      <Select
        name="writerId"
        label={t("form.writer")}
        hint={t("bodies.form.writerHint")}
        options={optionsOf(people.writers)}
        defaultValue={writerId ?? undefined}
      />
    </>
  );
}

function optionsOf(people: BodyPeople["chairs"]) {
  return people.map(({ id, name }) => ({ value: id, label: name }));
}
