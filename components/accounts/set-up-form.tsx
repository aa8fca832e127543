import { useTranslations } from "next-intl";
import { NewPasswordFields } from "@/components/accounts/new-password-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { setUpAction } from "@/lib/features/accounts/actions";

/** Opens the first administrator's or the first leader's account with a code from the console. */
export function SetUpForm() {
  const t = useTranslations("signIn");
  return (
    <FormFrame id="set-up" action={setUpAction}>
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
      <TextInput name="displayName" label={t("setUp.displayName")} autoComplete="name" />
      <TextInput
        name="username"
        label={t("username")}
        hint={t("setUp.usernameHint")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <NewPasswordFields />
      <div>
        <SubmitButton>{t("setUp.submit")}</SubmitButton>
      </div>
    </FormFrame>
  );
}
