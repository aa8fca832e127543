import { useTranslations } from "next-intl";
import { DecisionFields } from "@/components/ratings/decision-fields";
import { levelOptions, reasonOptions } from "@/components/ratings/rating-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { correctDecisionAction } from "@/lib/features/ratings/actions";
import type { RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";

/** A new record beside a decided one: the right outcome, the paper and the reason. */
export function CorrectionForm({ view, backHref }: { view: RatedSubjectView; backHref: string }) {
  const t = useTranslations("ratings");
  const { round, current, subject } = view;
  if (current === null) return null;
  return (
    <FormFrame action={correctDecisionAction.bind(null, round.period)} version={current.version} reloadHref={backHref}>
      <input type="hidden" name="ratingId" value={current.id} />
      <Select name="level" label={t("form.newLevel")} options={levelOptions(t)} optional />
      {subject !== "COMMITTEE" && (
        <>
          <Select name="notRatedReason" label={t("form.orReason")} options={reasonOptions(t)} optional />
          <TextInput name="note" label={t("form.note")} hint={t("form.noteHint")} optional autoComplete="off" />
        </>
      )}
      <TextArea name="reason" label={t("form.correctionReason")} rows={3} />
      <DecisionFields />
      <Actions>
        <SubmitButton>{t("form.saveCorrection")}</SubmitButton>
        <ButtonLink href={backHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
