import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { CourseKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { editCourseAction, openCourseAction, sendToCourseAction } from "@/lib/features/training/actions";
import type { CourseView } from "@/lib/features/training/queries/get-course";
import type { PeopleToSend } from "@/lib/features/training/queries/list-people-to-send";

const kinds = Object.values(CourseKind);

/** Enters a course. */
export function OpenCourseForm() {
  const t = useTranslations("training.form");
  return (
    <FormFrame action={openCourseAction}>
      <CourseFields course={null} />
      <FormActions save={t("save")} backHref="/training" />
    </FormFrame>
  );
}

/** Puts right what was entered of a course. */
export function EditCourseForm({ course }: { course: CourseView }) {
  const t = useTranslations("training");
  const back = `/training/${course.id}`;
  const compared = [
    { name: "name", label: t("form.name") },
    { name: "kind", label: t("form.kind"), options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    { name: "organizer", label: t("form.organizer") },
    { name: "place", label: t("form.place") },
    { name: "decisionNumber", label: t("form.decisionNumber") },
    { name: "startsOn", label: t("form.startsOn") },
    { name: "lastDay", label: t("form.lastDay") },
    { name: "seats", label: t("form.seats") },
  ];
  return (
    <FormFrame action={editCourseAction} version={course.version} compare={compared} reloadHref={`${back}/edit`}>
      <input type="hidden" name="id" value={course.id} />
      <CourseFields course={course} />
      <FormActions save={t("form.saveEdit")} backHref={back} />
    </FormFrame>
  );
}

/** Sends the chosen people to a course. */
export function SendForm({ course, people }: { course: CourseView; people: PeopleToSend["people"] }) {
  const t = useTranslations("training.send");
  return (
    <FormFrame action={sendToCourseAction} version={course.version}>
      <input type="hidden" name="id" value={course.id} />
      <CheckboxGroup
        name="memberId"
        label={t("people", { count: people.length })}
        choices={people.map(({ id, name, branch }) => ({ value: id, label: name, hint: branch }))}
      />
      <FormActions save={t("save")} backHref={`/training/${course.id}`} />
    </FormFrame>
  );
}

function CourseFields({ course }: { course: CourseView | null }) {
  const t = useTranslations("training");
  const format = useFormat();
  return (
    <>
      <TextInput name="name" label={t("form.name")} defaultValue={course?.name} autoComplete="off" />
      <Select
        name="kind"
        label={t("form.kind")}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={course?.kind}
        width="full"
      />
      <TextInput
        name="organizer"
        label={t("form.organizer")}
        hint={t("form.organizerHint")}
        defaultValue={course?.organizer}
        autoComplete="off"
      />
      <TextInput
        name="place"
        label={t("form.place")}
        defaultValue={course?.place ?? undefined}
        optional
        autoComplete="off"
      />
      <TextInput
        name="decisionNumber"
        label={t("form.decisionNumber")}
        defaultValue={course?.decisionNumber ?? undefined}
        optional
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput
        name="startsOn"
        label={t("form.startsOn")}
        defaultValue={course ? format.day(course.startsOn) : undefined}
      />
      <DateInput
        name="lastDay"
        label={t("form.lastDay")}
        defaultValue={course ? format.day(course.lastDay) : undefined}
      />
      <TextInput
        name="seats"
        label={t("form.seats")}
        hint={t("form.seatsHint")}
        defaultValue={course?.seats ? String(course.seats) : undefined}
        optional
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}

function FormActions({ save, backHref }: { save: string; backHref: string }) {
  const t = useTranslations("training.form");
  return (
    <Actions>
      <SubmitButton>{save}</SubmitButton>
      <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
    </Actions>
  );
}
