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
import { disableAccountAction } from "@/lib/features/accounts/actions";
import { getAccount } from "@/lib/features/accounts/queries/get-account";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.page"))("disable") };
}

export default async function DisablePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [{ id }, t] = await Promise.all([params, getTranslations("accounts")]);
  const account = await onPage(getAccount(actor, id));
  if (!account.can.keep) forbidden();
  const back = `/accounts/${account.id}`;
  return (
    <>
      <PageHeader
        title={t("disable.title", { name: account.displayName })}
        lead={t("disable.lead")}
        back={{ href: back, label: account.displayName }}
      />
      <CheckPage
        rows={[
          { id: "state", label: t("disable.state"), before: t(`states.${account.state}`), after: t("states.DISABLED") },
        ]}
      >
        <FormFrame action={disableAccountAction} version={account.version}>
          <input type="hidden" name="accountId" value={account.id} />
          <Actions>
            <SubmitButton tone="danger">{t("disable.submit")}</SubmitButton>
            <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      </CheckPage>
    </>
  );
}
