import { useTranslations } from "next-intl";
import { RoleChoices } from "@/components/accounts/role-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { DateInput } from "@/components/ui/date-input";
import { Disclosure } from "@/components/ui/disclosure";
import { confirmGrantAction, endGrantAction, grantRoleAction } from "@/lib/features/accounts/actions";
import type { GrantView } from "@/lib/features/accounts/queries/get-account";

type GrantFormProps = { accountId: string; grant: GrantView };

/** A leader lets a proposed right count. */
export function ConfirmGrantForm({ accountId, grant }: GrantFormProps) {
  const t = useTranslations("accounts.page");
  return (
    <FormFrame id={`confirm-${grant.id}`} action={confirmGrantAction} version={grant.version}>
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="grantId" value={grant.id} />
      <div>
        <SubmitButton tone="secondary">{t("confirmGrant")}</SubmitButton>
      </div>
    </FormFrame>
  );
}

/** Ends a right with a day, or at once. */
export function EndGrantForm({ accountId, grant }: GrantFormProps) {
  const t = useTranslations("accounts");
  return (
    <Disclosure summary={t("page.endGrant")}>
      <FormFrame id={`end-${grant.id}`} action={endGrantAction} version={grant.version}>
        <input type="hidden" name="accountId" value={accountId} />
        <input type="hidden" name="grantId" value={grant.id} />
        <DateInput name="lastDay" label={t("form.lastDay")} hint={t("page.endGrantHint")} optional />
        <div>
          <SubmitButton tone="danger">{t("page.endGrant")}</SubmitButton>
        </div>
      </FormFrame>
    </Disclosure>
  );
}

/** Proposes another right. */
export function AddGrantForm({ accountId, today }: { accountId: string; today: string }) {
  const t = useTranslations("accounts");
  return (
    <Disclosure summary={t("page.addGrant")}>
      <FormFrame id="add-grant" action={grantRoleAction}>
        <input type="hidden" name="accountId" value={accountId} />
        <RoleChoices kind="one" />
        <DateInput name="startsOn" label={t("form.startsOn")} defaultValue={today} />
        <DateInput name="lastDay" label={t("form.lastDay")} hint={t("form.lastDayHint")} optional />
        <div>
          <SubmitButton tone="secondary">{t("page.saveGrant")}</SubmitButton>
        </div>
      </FormFrame>
    </Disclosure>
  );
}
