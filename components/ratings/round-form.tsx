import { useTranslations } from "next-intl";
import { DeadlineFields } from "@/components/ratings/deadline-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { openRatingRoundAction } from "@/lib/features/ratings/actions";
import type { UsualDecision } from "@/lib/features/ratings/queries/get-deadlines";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";

/* The fourth is judged with the year. */
const QUARTERS = [1, 2, 3];

type RoundFormProps = { year: number; usual: UsualDecision | null };

/** Opens the round of a year or a quarter, with the deadlines of its steps where they are known already. */
export function RoundForm({ year, usual }: RoundFormProps) {
  const t = useTranslations("ratings.form");
  return (
    <FormFrame action={openRatingRoundAction}>
      <TextInput name="year" label={t("year")} width="short" inputMode="numeric" defaultValue={String(year)} />
      <Select
        name="quarter"
        label={t("quarter")}
        hint={t("quarterHint")}
        placeholder={t("wholeYear")}
        options={QUARTERS.map((quarter) => ({ value: String(quarter), label: t("quarterOf", { quarter }) }))}
        optional
      />
      <DateInput name="reckoningOn" label={t("reckoningOn")} hint={t("reckoningHint")} optional />
      <DeadlineFields deadlines={NO_DEADLINES} usual={usual} />
      <Actions>
        <SubmitButton>{t("openRound")}</SubmitButton>
        <ButtonLink href="/ratings">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
