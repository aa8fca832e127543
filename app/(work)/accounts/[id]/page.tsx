import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountActs } from "@/components/accounts/account-acts";
import { AccountGrants } from "@/components/accounts/account-grants";
import { AccountLink } from "@/components/accounts/account-link";
import { AddGrantForm } from "@/components/accounts/grant-forms";
import { RightSentenceList } from "@/components/accounts/right-sentence-list";
import { SessionsTable } from "@/components/accounts/sessions-table";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { ResultBanner } from "@/components/ui/result-banner";
import { Tag } from "@/components/ui/tag";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getAccount } from "@/lib/features/accounts/queries/get-account";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["granted", "confirmed", "ended", "linked", "disabled", "enabled", "sessions"] as const;
const tones = { ACTIVE: "ok", INVITED: "draft", DISABLED: "err" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, query, t, { locale }] = await Promise.all([
    params,
    searchParams,
    getTranslations("accounts"),
    readPreferences(),
  ]);
  const account = await onPage(getAccount(actor, id));
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PageHeader
        title={account.displayName}
        lead={
          <>
            {t("page.username")}: {account.username}{" "}
            <Tag tone={tones[account.state]}>{t(`states.${account.state}`)}</Tag>
          </>
        }
        back={{ href: "/accounts", label: t("page.back") }}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <Card title={t("page.member")}>
        <AccountLink account={account} />
      </Card>
      {account.can.seeGrants && (
        <>
          <Card title={t("page.grants")}>
            <div className="grid gap-4">
              <AccountGrants account={account} />
              {account.can.grant && <AddGrantForm accountId={account.id} today={formatIn(locale).day(actor.today)} />}
            </div>
          </Card>
          <Card title={t("page.sees")}>
            <RightSentenceList sentences={account.sentences} />
          </Card>
        </>
      )}
      {account.can.seeSessions && (
        <Card title={t("page.sessions")}>
          <SessionsTable sessions={account.sessions} />
        </Card>
      )}
      {account.can.keep && (
        <Card title={t("page.keep")}>
          <AccountActs account={account} />
        </Card>
      )}
    </div>
  );
}
