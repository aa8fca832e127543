import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { Role } from "@/lib/core/db/generated/enums";

/** The roles with what each of them means: one of them, or any number. */
export function RoleChoices({ kind }: { kind: "one" | "any" }) {
  const t = useTranslations("accounts");
  const choices = Object.values(Role).map((role) => ({
    value: role,
    label: t(`roles.${role}`),
    hint: t(`roleHints.${role}`),
  }));
  if (kind === "one") return <RadioGroup name="role" label={t("form.role")} choices={choices} />;
  return <CheckboxGroup name="roles" label={t("form.roles")} hint={t("form.rolesHint")} choices={choices} optional />;
}
