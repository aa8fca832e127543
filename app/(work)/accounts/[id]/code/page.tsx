import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CodePaper } from "@/components/accounts/code-paper";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { paperFor } from "@/lib/core/auth/paper-cookie";
import { requireActor } from "@/lib/core/auth/require-actor";
import { env } from "@/lib/core/env";
import { onPage } from "@/lib/core/page";
import { getAccount } from "@/lib/features/accounts/queries/get-account";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.paper"))("title") };
}

export default async function CodePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [{ id }, t] = await Promise.all([params, getTranslations("accounts")]);
  const account = await onPage(getAccount(actor, id));
  const paper = await paperFor(account.id, actor.sessionId);
  const back = { href: `/accounts/${account.id}`, label: t("paper.back") };
  return (
    <>
      <PageHeader title={t("paper.title")} back={back} actions={paper && <PrintButton />} />
      {paper ? (
        <CodePaper
          name={account.displayName}
          username={account.username}
          code={paper.code}
          expiresAt={paper.expiresAt}
          address={new URL("/redeem", env().APP_URL).toString()}
        />
      ) : (
        <EmptyState title={t("paper.goneTitle")} explain={t("paper.gone")}>
          <ButtonLink href={`/accounts/${account.id}/reset`}>{t("page.reset")}</ButtonLink>
        </EmptyState>
      )}
    </>
  );
}
