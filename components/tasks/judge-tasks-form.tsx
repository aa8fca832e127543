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

/** All tasks of a meeting in one sending: done or not done for each, with what was done or the cause. */
export function JudgeTasksForm({ meetingId, tasks }: { meetingId: string; tasks: readonly CarriedTask[] }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const choices = Object.values(judgements).map((value) => ({ value, label: t(`judgements.${value}`) }));
  return (
    <FormFrame action={judgeTasksAction}>
      <input type="hidden" name="id" value={meetingId} />
      {tasks.map(({ id, title, doer, deadlineOn, month, cause }) => (
        <div key={id} className="grid gap-2">
          <RadioGroup
            name={`at-${id}`}
            label={title}
            hint={t("atMeeting.line", {
              doer: doer ?? t("wholeBranch"),
              deadline: format.day(deadlineOn),
              month,
              cause: cause ?? "none",
              hasCause: cause === null ? "no" : "yes",
            })}
            choices={choices}
            optional
          />
          <TextInput name={`why-${id}`} label={t("atMeeting.why")} maxLength={500} autoComplete="off" optional />
        </div>
      ))}
      <Actions>
        <SubmitButton>{t("atMeeting.save")}</SubmitButton>
        <ButtonLink href={`/meetings/${meetingId}`}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
