import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { enableAccountAction, endSessionsAction } from "@/lib/features/accounts/actions";
import type { AccountView } from "@/lib/features/accounts/queries/get-account";

/** What an administrator does about an account as a whole. */
export function AccountActs({ account }: { account: AccountView }) {
  const t = useTranslations("accounts.page");
  if (account.state === "DISABLED") {
    return (
      <FormFrame id="enable" action={enableAccountAction} version={account.version}>
        <input type="hidden" name="accountId" value={account.id} />
        <div>
          <SubmitButton tone="secondary">{t("enable")}</SubmitButton>
        </div>
      </FormFrame>
    );
  }
  return (
    <div className="grid gap-4">
      <Actions>
        <ButtonLink href={`/accounts/${account.id}/reset`}>{t("reset")}</ButtonLink>
        <ButtonLink href={`/accounts/${account.id}/disable`} tone="danger">
          {t("disable")}
        </ButtonLink>
      </Actions>
      {account.sessions.length > 0 && (
        <FormFrame id="end-sessions" action={endSessionsAction}>
          <input type="hidden" name="accountId" value={account.id} />
          <div>
            <SubmitButton tone="secondary">{t("endSessions")}</SubmitButton>
          </div>
        </FormFrame>
      )}
    </div>
  );
}
