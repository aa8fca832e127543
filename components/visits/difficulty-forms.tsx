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
  acceptDifficultyAction,
  declineDifficultyAction,
  moveDeadlineAction,
  raiseDifficultyAction,
  reportProgressAction,
  solveDifficultyAction,
} from "@/lib/features/visits/actions";
import type { RaiseForm } from "@/lib/features/visits/queries/find-raise-form";
import type { DifficultyView } from "@/lib/features/visits/queries/get-difficulty";

/** The steps that have a form of their own, by the last part of its address. */
export const stepNames = ["accept", "progress", "solve", "deadline", "decline"] as const;
export type StepName = (typeof stepNames)[number];

const actions: Record<StepName, FormAction> = {
  accept: acceptDifficultyAction,
  progress: reportProgressAction,
  solve: solveDifficultyAction,
  deadline: moveDeadlineAction,
  decline: declineDifficultyAction,
};

/** Raises a difficulty of a branch. */
export function RaiseDifficultyForm({ form, today }: { form: RaiseForm; today: Day }) {
  const t = useTranslations("difficulties.form");
  const format = useFormat();
  const { branchId, visit } = form;
  return (
    <FormFrame action={raiseDifficultyAction}>
      <input type="hidden" name="branchId" value={branchId} />
      <input type="hidden" name="visitReportId" value={visit?.id ?? ""} />
      <TextInput name="title" label={t("title")} hint={t("titleHint")} autoComplete="off" />
      <TextArea name="text" label={t("text")} hint={t("textHint")} rows={6} />
      <DateInput name="raisedOn" label={t("raisedOn")} defaultValue={format.day(visit?.visitedOn ?? today)} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={visit ? `/visits/${visit.id}` : `/difficulties?branch=${branchId}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type StepFormProps = {
  difficulty: DifficultyView;
  step: StepName;
  owners: readonly { readonly seatId: string; readonly name: string }[];
  today: Day;
};

/** Takes a difficulty one step further. */
export function DifficultyStepForm({ difficulty, step, owners, today }: StepFormProps) {
  const t = useTranslations("difficulties");
  const format = useFormat();
  const { id, version, deadlineOn } = difficulty;
  return (
    <FormFrame action={actions[step]} version={version}>
      <input type="hidden" name="id" value={id} />
      {step === "accept" && (
        <Select
          name="ownerSeatId"
          label={t("form.owner")}
          hint={t("form.ownerHint")}
          placeholder={t("office")}
          optional
          options={owners.map(({ seatId, name }) => ({ value: seatId, label: name }))}
        />
      )}
      {(step === "accept" || step === "deadline") && (
        <DateInput
          name="deadlineOn"
          label={t("form.deadline")}
          defaultValue={deadlineOn ? format.day(deadlineOn) : undefined}
        />
      )}
      <TextArea name="text" label={t(`steps.${step}.text`)} rows={5} />
      <DateInput name="takenOn" label={t("form.takenOn")} defaultValue={format.day(today)} />
      <Actions>
        <SubmitButton>{t(`steps.${step}.save`)}</SubmitButton>
        <ButtonLink href={`/difficulties/${id}`}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
