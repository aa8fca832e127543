import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { PartialDateInput } from "@/components/ui/partial-date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { editMeetingAction, openMeetingAction, signMinutesAction } from "@/lib/features/meetings/actions";
import type { MeetingForm } from "@/lib/features/meetings/queries/find-meeting-form";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";

const kinds = ["MONTHLY", "TOPICAL", "EXTENDED", "EXTRAORDINARY"] as const satisfies readonly MeetingKind[];

type Values = {
  kind: MeetingKind;
  monthOn: Day;
  heldOn: Day | null;
  startTime: string | null;
  place: string | null;
  chairId: string | null;
  writerId: string | null;
};
type People = MeetingForm["people"];

/** Opens the next meeting of a branch, filled in from the last one. */
export function OpenMeetingForm({ form, backHref }: { form: MeetingForm; backHref: string }) {
  const t = useTranslations("meetings.form");
  return (
    <FormFrame action={openMeetingAction}>
      <input type="hidden" name="branchId" value={form.branchId} />
      <RecordFields values={{ ...form, kind: "MONTHLY" }} people={form.people} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Puts right what was entered of a meeting. */
export function EditMeetingForm({ meeting, people }: { meeting: MeetingView; people: People }) {
  const t = useTranslations("meetings");
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  const compared = [
    { name: "kind", label: t("form.kind"), options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    { name: "monthOn", label: t("form.month") },
    { name: "heldOn", label: t("form.heldOn") },
    { name: "startTime", label: t("invitation.startTime") },
    { name: "place", label: t("form.place") },
    { name: "chairId", label: t("form.chair"), options },
    { name: "writerId", label: t("form.writer"), options },
  ];
  const back = `/meetings/${meeting.id}`;
  return (
    <FormFrame action={editMeetingAction} version={meeting.version} compare={compared} reloadHref={`${back}/edit`}>
      <input type="hidden" name="id" value={meeting.id} />
      <RecordFields values={meeting} people={people} />
      <Actions>
        <SubmitButton>{t("form.saveEdit")}</SubmitButton>
        <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Enters the day on which the minutes were signed. */
export function SignForm({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("meetings.signing");
  return (
    <FormFrame id="sign" action={signMinutesAction} version={meeting.version}>
      <input type="hidden" name="id" value={meeting.id} />
      <p>{t("lead")}</p>
      <DateInput name="signedOn" label={t("signedOn")} />
      <Actions>
        <SubmitButton>{t("confirm")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}

function RecordFields({ values, people }: { values: Values; people: People }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const { kind, monthOn, heldOn, startTime, place, chairId, writerId } = values;
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("form.kind")}
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={kind}
      />
      <PartialDateInput
        name="monthOn"
        label={t("form.month")}
        hint={t("form.monthHint")}
        defaultValue={format.month(monthOn)}
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
        hint={t("form.peopleHint")}
        options={options}
        defaultValue={chairId ?? undefined}
      />
      <Select name="writerId" label={t("form.writer")} options={options} defaultValue={writerId ?? undefined} />
    </>
  );
}
