import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { CourseResult } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { recordResultAction, takeOffCourseAction } from "@/lib/features/training/actions";
import type { ParticipantView } from "@/lib/features/training/queries/get-course";

type ParticipantFormProps = { courseId: string; person: ParticipantView };

/** Enters how a course ended for somebody. */
export function ResultForm({ courseId, person }: ParticipantFormProps) {
  const t = useTranslations("training");
  const format = useFormat();
  const back = `/training/${courseId}`;
  const choices = Object.values(CourseResult).map((value) => ({ value, label: t(`results.${value}`) }));
  const compared = [
    { name: "result", label: t("result.result"), options: choices },
    { name: "reason", label: t("result.reason") },
    { name: "certificateNumber", label: t("result.certificateNumber") },
    { name: "certificateOn", label: t("result.certificateOn") },
  ];
  return (
    <FormFrame
      action={recordResultAction}
      version={person.version}
      compare={compared}
      reloadHref={`${back}/people/${person.id}`}
    >
      <input type="hidden" name="id" value={person.id} />
      <RadioGroup name="result" label={t("result.result")} choices={choices} defaultValue={person.result} />
      <TextInput
        name="reason"
        label={t("result.reason")}
        hint={t("result.reasonHint")}
        defaultValue={person.reason ?? undefined}
        optional
        autoComplete="off"
      />
      <TextInput
        name="certificateNumber"
        label={t("result.certificateNumber")}
        defaultValue={person.certificateNumber ?? undefined}
        optional
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput
        name="certificateOn"
        label={t("result.certificateOn")}
        defaultValue={person.certificateOn ? format.day(person.certificateOn) : undefined}
        optional
      />
      <Actions>
        <SubmitButton>{t("result.save")}</SubmitButton>
        <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Takes somebody off a course to which they were sent by mistake. */
export function TakeOffForm({ person }: Pick<ParticipantFormProps, "person">) {
  const t = useTranslations("training.takeOff");
  return (
    <FormFrame id="take-off" action={takeOffCourseAction} version={person.version}>
      <input type="hidden" name="id" value={person.id} />
      <p>{t("lead")}</p>
      <TextInput name="takeOffReason" label={t("reason")} autoComplete="off" />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
