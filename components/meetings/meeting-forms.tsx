import { useTranslations } from "next-intl";
import { meetingKinds, RecordFields, type RecordValues } from "@/components/meetings/record-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { PartialDateInput } from "@/components/ui/partial-date-input";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { editMeetingAction, openMeetingAction, signMinutesAction } from "@/lib/features/meetings/actions";
import type { MeetingForm } from "@/lib/features/meetings/queries/find-meeting-form";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";

type Values = RecordValues & { readonly monthOn: Day };
type People = MeetingForm["people"];

/** Opens the next meeting of a branch, filled in from the last one. */
export function OpenMeetingForm({ form, backHref }: { form: MeetingForm; backHref: string }) {
  const t = useTranslations("meetings.form");
  return (
    <FormFrame action={openMeetingAction}>
      <input type="hidden" name="branchId" value={form.branchId} />
      <BranchRecordFields values={{ ...form, kind: "MONTHLY" }} people={form.people} />
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
    {
      name: "kind",
      label: t("form.kind"),
      options: meetingKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
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
      <BranchRecordFields values={meeting} people={people} />
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

function BranchRecordFields({ values, people }: { values: Values; people: People }) {
  const t = useTranslations("meetings.form");
  const format = useFormat();
  return (
    <RecordFields values={values} kindLabel={t("kind")} chairs={{ people, hint: t("peopleHint") }} writers={{ people }}>
      <PartialDateInput
        name="monthOn"
        label={t("month")}
        hint={t("monthHint")}
        defaultValue={format.month(values.monthOn)}
      />
    </RecordFields>
  );
}
