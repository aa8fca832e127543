import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { judgeTasksAction } from "@/lib/features/tasks/actions";
import type { CarriedTask } from "@/lib/features/tasks/queries/list-meeting-tasks";
import { judgements } from "@/lib/features/tasks/schema";

type JudgeTasksFormProps = {
  meeting: { readonly id: string; readonly version: number };
  tasks: readonly CarriedTask[];
};

/** All tasks of a meeting in one sending: done or not done for each, with what was done or the cause. */
export function JudgeTasksForm({ meeting, tasks }: JudgeTasksFormProps) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const choices = Object.values(judgements).map((value) => ({ value, label: t(`judgements.${value}`) }));
  return (
    <FormFrame action={judgeTasksAction} version={meeting.version}>
      <input type="hidden" name="id" value={meeting.id} />
      {tasks.map(({ id, title, doer, deadlineOn, month, last }) => (
        <div key={id} className="grid gap-2">
          <RadioGroup
            name={`at-${id}`}
            label={title}
            hint={t("atMeeting.line", {
              doer: doer ?? t("wholeBranch"),
              deadline: format.day(deadlineOn),
              month,
              last: last ? t("atMeeting.last", last) : "none",
              hasLast: last ? "yes" : "no",
            })}
            choices={choices}
            optional
          />
          <TextInput name={`why-${id}`} label={t("atMeeting.why")} maxLength={500} autoComplete="off" optional />
        </div>
      ))}
      <Actions>
        <SubmitButton>{t("atMeeting.save")}</SubmitButton>
        <ButtonLink href={`/meetings/${meeting.id}`}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
