import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { TransferTable } from "@/components/transfers/transfer-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { findTransfers } from "@/lib/features/transfers/queries/list-transfers";

const tabs = ["pending", "done", "temporary"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("title") };
}

export default async function TransfersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = textIn(await searchParams, "tab");
  const tab = tabs.find((one) => one === asked) ?? "pending";
  const [list, t] = await Promise.all([onPage(findTransfers(actor, tab)), getTranslations("transfers")]);
  if (!list) return <NoPermission />;
  const hrefOf = (one: (typeof tabs)[number]) => (one === "pending" ? "/transfers" : `/transfers?tab=${one}`);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          list.can.enterArrival && (
            <ButtonLink href="/transfers/arrival" tone="primary">
              {t("list.arrival")}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={t("tabs.label")}
        tabs={tabs.map((one) => ({ href: hrefOf(one), label: t(`tabs.${one}`) }))}
        current={hrefOf(tab)}
      />
      {list.lines.length === 0 && <EmptyState title={t("list.empty")} explain={t("list.emptyExplain")} />}
      {list.lines.length > 0 && <TransferTable lines={list.lines} caption={t(`list.caption.${tab}`)} />}
    </div>
  );
}
