import { useTranslations } from "next-intl";
import { NewPasswordFields } from "@/components/accounts/new-password-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { PasswordInput } from "@/components/ui/password-input";
import { changeOwnPasswordAction } from "@/lib/features/accounts/actions";

/** Replaces the own password. */
export function ChangePasswordForm() {
  const t = useTranslations("signIn");
  return (
    <FormFrame id="change-password" action={changeOwnPasswordAction}>
      <PasswordInput
        name="currentPassword"
        label={t("newPassword.current")}
        autoComplete="current-password"
        show={t("showPassword")}
      />
      <NewPasswordFields />
      <div>
        <SubmitButton>{t("newPassword.submit")}</SubmitButton>
      </div>
    </FormFrame>
  );
}
