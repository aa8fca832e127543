import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { DisplayCard } from "@/components/accounts/display-card";
import { OwnSessions } from "@/components/accounts/own-sessions";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getAccount } from "@/lib/features/accounts/queries/get-account";

const doneWords = ["password", "sessions"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.own"))("title") };
}

export default async function OwnAccountPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [query, t, account] = await Promise.all([
    searchParams,
    getTranslations("accounts"),
    onPage(getAccount(actor, actor.accountId ?? "")),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PageHeader title={t("own.title")} lead={`${account.displayName} · ${account.username}`} />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <DisplayCard />
      <Card title={t("own.sessions")}>
        <OwnSessions sessions={account.sessions} />
      </Card>
      <Card title={t("own.password")}>
        <p className="prose-line mb-4 text-ink-2">{t("own.passwordLead")}</p>
        <ChangePasswordForm />
      </Card>
      <p>
        <Link href="/account/rights" prefetch={false}>
          {t("rightsPage.link")}
        </Link>
      </p>
    </div>
  );
}
