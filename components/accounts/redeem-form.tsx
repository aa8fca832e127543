import { useTranslations } from "next-intl";
import { NewPasswordFields } from "@/components/accounts/new-password-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { redeemCodeAction } from "@/lib/features/accounts/actions";

/** Sets the own password with a printed code. */
export function RedeemForm() {
  const t = useTranslations("signIn");
  return (
    <FormFrame id="redeem" action={redeemCodeAction}>
      <TextInput
        name="username"
        label={t("username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput
        name="code"
        label={t("redeem.code")}
        hint={t("redeem.codeHint")}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        width="medium"
      />
      <NewPasswordFields />
      <div>
        <SubmitButton>{t("redeem.submit")}</SubmitButton>
      </div>
    </FormFrame>
  );
}
