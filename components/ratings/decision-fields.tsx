import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { TextInput } from "@/components/ui/text-input";

/** The paper a decision rests on, with the meeting it comes from. */
export function DecisionFields() {
  const t = useTranslations("ratings.form");
  return (
    <Fieldset legend={t("paper")}>
      <TextInput name="decisionNumber" label={t("decisionNumber")} width="medium" autoComplete="off" />
      <DateInput name="decidedOn" label={t("decidedOn")} />
      <TextInput name="minutesNumber" label={t("minutesNumber")} width="medium" autoComplete="off" />
      <TextInput name="presentCount" label={t("presentCount")} width="short" inputMode="numeric" />
    </Fieldset>
  );
}
