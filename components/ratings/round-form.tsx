import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { TextInput } from "@/components/ui/text-input";
import { openRatingRoundAction } from "@/lib/features/ratings/actions";

/** Opens the round of a year. */
export function RoundForm({ year, reckoningOn }: { year: number; reckoningOn: string }) {
  const t = useTranslations("ratings.form");
  return (
    <FormFrame action={openRatingRoundAction}>
      <TextInput name="year" label={t("year")} width="short" inputMode="numeric" defaultValue={String(year)} />
      <DateInput name="reckoningOn" label={t("reckoningOn")} hint={t("reckoningHint")} defaultValue={reckoningOn} />
      <Actions>
        <SubmitButton>{t("openRound")}</SubmitButton>
        <ButtonLink href="/ratings">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
