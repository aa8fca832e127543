import { useTranslations } from "next-intl";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";

/** The conclusion: its words, its paper, and whether discipline follows. */
export function ConclusionFields() {
  const t = useTranslations("inspections.form");
  return (
    <Fieldset legend={t("conclusion")}>
      <TextArea name="conclusion" label={t("conclusion")} rows={6} />
      <TextInput name="conclusionNumber" label={t("conclusionNumber")} width="medium" optional autoComplete="off" />
      <DateInput name="concludedOn" label={t("concludedOn")} />
      <RadioGroup
        name="disciplineFollows"
        label={t("discipline")}
        choices={[
          { value: "no", label: t("no") },
          { value: "yes", label: t("yes") },
        ]}
      />
    </Fieldset>
  );
}
