import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { confirmDecisionsAction } from "@/lib/features/ratings/actions";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type ConfirmFormProps = {
  period: RatingPeriod;
  roundId: string;
  ratings: readonly { readonly ratingId: string; readonly version: number }[];
  overCapByReason: "ASKED" | "NOT_ALLOWED";
  backHref: string;
};

/** Confirms the decisions on the page, each as it was read. */
export function ConfirmForm({ period, roundId, ratings, overCapByReason, backHref }: ConfirmFormProps) {
  const t = useTranslations("ratings.form");
  return (
    <FormFrame action={confirmDecisionsAction.bind(null, period)} reloadHref={backHref}>
      <input type="hidden" name="roundId" value={roundId} />
      {ratings.map(({ ratingId, version }) => (
        <input key={ratingId} type="hidden" name="rating" value={`${ratingId} ${version}`} />
      ))}
      {overCapByReason === "ASKED" && (
        <TextInput name="reason" label={t("overReason")} hint={t("overReasonHint")} optional autoComplete="off" />
      )}
      <Actions>
        <SubmitButton>{t("confirmCount", { count: ratings.length })}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
