import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { installRuleSetsAction } from "@/lib/features/rule-sets/actions";

/** Copies the shipped rules into the register. */
export function InstallRulesForm() {
  const t = useTranslations("ruleSets");
  return (
    <FormFrame action={installRuleSetsAction}>
      <SubmitButton>{t("install")}</SubmitButton>
    </FormFrame>
  );
}
