import { useTranslations } from "next-intl";
import { RoleChoices } from "@/components/accounts/role-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { TextInput } from "@/components/ui/text-input";
import { inviteAccountAction } from "@/lib/features/accounts/actions";

/** Person, member and rights of a new account; what follows is the paper with the code. */
export function InviteForm({ today }: { today: string }) {
  const t = useTranslations("accounts.form");
  return (
    <FormFrame id="invite" action={inviteAccountAction}>
      <Fieldset legend={t("person")}>
        <TextInput name="displayName" label={t("displayName")} hint={t("displayNameHint")} autoComplete="off" />
        <TextInput
          name="username"
          label={useTranslations("accounts.columns")("username")}
          hint={t("usernameHint")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          width="medium"
        />
      </Fieldset>
      <MemberFields />
      <Fieldset legend={t("rights")}>
        <RoleChoices kind="any" />
        <DateInput name="startsOn" label={t("startsOn")} defaultValue={today} />
        <DateInput name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} optional />
      </Fieldset>
      <Actions>
        <SubmitButton>{t("submit")}</SubmitButton>
        <ButtonLink href="/accounts">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function MemberFields() {
  const t = useTranslations("accounts.form");
  return (
    <Fieldset legend={t("member")} hint={t("memberHint")}>
      <TextInput name="memberName" label={t("memberName")} hint={t("memberNameHint")} autoComplete="off" optional />
      <TextInput
        name="memberBranch"
        label={t("memberBranch")}
        hint={t("memberBranchHint")}
        autoComplete="off"
        optional
      />
    </Fieldset>
  );
}
