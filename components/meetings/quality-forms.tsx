import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { MeetingGrade } from "@/lib/core/db/generated/enums";
import { gradeMeetingAction, scoreMeetingAction } from "@/lib/features/meetings/actions";
import type { MeetingQuality, MeetingScoreView } from "@/lib/features/meetings/queries/find-meeting-score";

type ScoreFormProps = { meetingId: string; form: NonNullable<MeetingQuality["form"]>; score: MeetingScoreView | null };

/** The points of a meeting, criterion by criterion. */
export function ScoreForm({ meetingId, form, score }: ScoreFormProps) {
  const t = useTranslations("meetings.quality");
  return (
    <FormFrame action={scoreMeetingAction} version={score?.version}>
      <input type="hidden" name="id" value={meetingId} />
      {form.criteria.map(({ criterion, most }) => (
        <TextInput
          key={criterion}
          name={criterion}
          label={t(`criteria.${criterion}`)}
          hint={t("most", { most })}
          width="short"
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          defaultValue={score?.points[criterion]?.toString()}
        />
      ))}
      <TextArea
        name="weaknesses"
        label={t("weaknesses")}
        hint={t("weaknessesHint")}
        defaultValue={score?.weaknesses ?? undefined}
        rows={4}
        optional
      />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/meetings/${meetingId}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** What the committee decides of a meeting; nothing is chosen beforehand. */
export function GradeForm({ meetingId, score }: { meetingId: string; score: MeetingScoreView }) {
  const t = useTranslations("meetings.quality");
  return (
    <FormFrame action={gradeMeetingAction} version={score.version}>
      <input type="hidden" name="id" value={meetingId} />
      <RadioGroup
        name="grade"
        label={t("decided")}
        choices={Object.values(MeetingGrade).map((value) => ({ value, label: t(`grades.${value}`) }))}
      />
      <TextInput name="reason" label={t("reason")} hint={t("reasonHint")} autoComplete="off" optional />
      <Actions>
        <SubmitButton>{t("decide")}</SubmitButton>
        <ButtonLink href={`/meetings/${meetingId}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
