import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";

const rules = ["length", "common", "names", "free"] as const;

/** The rules first, then the new password twice. */
export function NewPasswordFields() {
  const t = useTranslations("signIn.newPassword");
  const show = useTranslations("signIn")("showPassword");
  return (
    <>
      <Notice tone="info" title={t("rulesTitle")}>
        <ul className="list-disc pl-5">
          {rules.map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
      </Notice>
      <PasswordInput name="password" label={t("password")} autoComplete="new-password" show={show} />
      <PasswordInput name="repeatedPassword" label={t("repeated")} autoComplete="new-password" show={show} />
    </>
  );
}
