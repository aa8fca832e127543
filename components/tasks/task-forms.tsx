import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { FormAction } from "@/lib/core/action-state";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  acceptTaskAction,
  callOffTaskAction,
  giveTaskAction,
  moveTaskDeadlineAction,
  reportDoneAction,
  reportNotDoneAction,
  returnTaskAction,
} from "@/lib/features/tasks/actions";
import type { TaskForm } from "@/lib/features/tasks/queries/find-task-form";
import type { TaskView } from "@/lib/features/tasks/queries/get-task";
import type { StepName } from "@/lib/features/tasks/schema";

const actions: Record<StepName, FormAction> = {
  done: reportDoneAction,
  "not-done": reportNotDoneAction,
  accept: acceptTaskAction,
  return: returnTaskAction,
  deadline: moveTaskDeadlineAction,
  "call-off": callOffTaskAction,
};

/** Gives a task to a branch, or to one of its members. */
export function GiveTaskForm({ form, backHref }: { form: TaskForm; backHref: string }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const { branchId, meetingId, difficultyId, inspectionId, documentId, source, people, givenOn } = form;
  const agenda = source?.agenda ?? [];
  return (
    <FormFrame action={giveTaskAction}>
      <input type="hidden" name="branchId" value={branchId} />
      <input type="hidden" name="meetingId" value={meetingId ?? ""} />
      <input type="hidden" name="difficultyId" value={difficultyId ?? ""} />
      <input type="hidden" name="inspectionId" value={inspectionId ?? ""} />
      <input type="hidden" name="documentId" value={documentId ?? ""} />
      <TextInput name="title" label={t("form.title")} hint={t("form.titleHint")} autoComplete="off" />
      <TextArea name="text" label={t("form.text")} rows={4} optional />
      {agenda.length > 0 && (
        <Select
          name="agendaItem"
          label={t("form.agendaItem")}
          options={agenda.map((title) => ({ value: title, label: title }))}
          optional
        />
      )}
      <Select
        name="memberId"
        label={t("form.doer")}
        hint={t("form.doerHint")}
        placeholder={t("wholeBranch")}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <DateInput name="givenOn" label={t("form.givenOn")} defaultValue={format.day(givenOn)} />
      <DateInput name="deadlineOn" label={t("form.deadline")} />
      <Actions>
        <SubmitButton>{t("form.save")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Takes a task one step further. */
export function TaskStepForm({ task, step, today }: { task: TaskView; step: StepName; today: Day }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const { id, version, deadlineOn } = task;
  return (
    <FormFrame action={actions[step]} version={version}>
      <input type="hidden" name="id" value={id} />
      {step === "deadline" && (
        <DateInput name="deadlineOn" label={t("form.deadline")} defaultValue={format.day(deadlineOn)} />
      )}
      <TextArea name="text" label={t(`steps.${step}.text`)} rows={5} />
      <DateInput name="takenOn" label={t(`steps.${step}.takenOn`)} defaultValue={format.day(today)} />
      <Actions>
        <SubmitButton>{t(`steps.${step}.save`)}</SubmitButton>
        <ButtonLink href={`/tasks/${id}`}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
