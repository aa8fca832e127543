import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import { TextInput } from "@/components/ui/text-input";
import { confirmLinkAction, linkMemberAction } from "@/lib/features/accounts/actions";
import type { AccountView } from "@/lib/features/accounts/queries/get-account";

/** Which member the account belongs to, with what the reader may do about it. */
export function AccountLink({ account }: { account: AccountView }) {
  const t = useTranslations("accounts.page");
  const { link } = account;
  return (
    <div className="grid gap-3">
      <p>
        {link ? `${link.name} ` : t("noMember")}
        {link && <Tag tone={link.confirmed ? "ok" : "warn"}>{t(link.confirmed ? "linkConfirmed" : "linkPending")}</Tag>}
      </p>
      {link?.canConfirm && (
        <FormFrame id="confirm-link" action={confirmLinkAction} version={link.version}>
          <input type="hidden" name="accountId" value={account.id} />
          <div>
            <SubmitButton tone="secondary">{t("confirmLink", { name: link.name })}</SubmitButton>
          </div>
        </FormFrame>
      )}
      {account.can.grant && <LinkForm account={account} />}
    </div>
  );
}

function LinkForm({ account }: { account: AccountView }) {
  const t = useTranslations("accounts");
  return (
    <Disclosure summary={t(account.link ? "page.changeLink" : "page.giveLink")}>
      <FormFrame id="link" action={linkMemberAction} version={account.link?.version}>
        <input type="hidden" name="accountId" value={account.id} />
        <TextInput name="memberName" label={t("form.memberName")} hint={t("form.memberNameHint")} autoComplete="off" />
        <TextInput
          name="memberBranch"
          label={t("form.memberBranch")}
          hint={t("form.memberBranchHint")}
          autoComplete="off"
          optional
        />
        <div>
          <SubmitButton tone="secondary">{t("page.saveLink")}</SubmitButton>
        </div>
      </FormFrame>
    </Disclosure>
  );
}
