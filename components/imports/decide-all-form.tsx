import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { decideRowsAction } from "@/lib/features/imports/actions";

/** One decision for all rows that still wait. */
export function DecideAllForm({ importId, mayAdd }: { importId: string; mayAdd: boolean }) {
  const t = useTranslations("imports.duplicates");
  const choices = [
    { value: "SAME_PERSON", label: t("allSame") },
    ...(mayAdd ? [{ value: "NEW_PERSON", label: t("allNew") }] : []),
    { value: "SKIP", label: t("allSkip") },
  ];
  return (
    <FormFrame id="all" action={decideRowsAction}>
      <input type="hidden" name="id" value={importId} />
      <RadioGroup name="decision" label={t("all")} choices={choices} />
      <Actions>
        <SubmitButton tone="secondary">{t("allSubmit")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
