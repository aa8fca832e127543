import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { signInAction } from "@/lib/features/accounts/actions";

/** User name and password, with JavaScript or without. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations("signIn");
  return (
    <FormFrame id="sign-in" action={signInAction}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextInput
        name="username"
        label={t("username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput name="password" label={t("password")} autoComplete="current-password" show={t("showPassword")} />
      <Checkbox name="ownDevice" label={t("ownDevice")} hint={t("ownDeviceHint")} />
      <div>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </FormFrame>
  );
}
