import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormFrame } from "@/components/shared/form-frame";
import { PageHeader } from "@/components/shared/page-header";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { issueResetAction } from "@/lib/features/accounts/actions";
import { getAccount } from "@/lib/features/accounts/queries/get-account";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.page"))("reset") };
}

export default async function ResetPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [{ id }, t] = await Promise.all([params, getTranslations("accounts")]);
  const account = await onPage(getAccount(actor, id));
  if (!account.can.keep) forbidden();
  const back = `/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title={t("reset.title", { name: account.displayName })}
        lead={t("reset.lead")}
        back={{ href: back, label: account.displayName }}
      />
      <CheckPage
        rows={[{ id: "password", label: t("reset.password"), before: t("reset.before"), after: t("reset.after") }]}
      >
        <FormFrame action={issueResetAction} version={account.version}>
          <input type="hidden" name="accountId" value={account.id} />
          <Actions>
            <SubmitButton tone="primary">{t("reset.submit")}</SubmitButton>
            <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      </CheckPage>
    </>
  );
}
