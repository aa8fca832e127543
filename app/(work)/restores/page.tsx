import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getEventWords } from "@/components/audit/event-words";
import { EarlierRestores } from "@/components/restores/earlier-restores";
import { RestoreScreen } from "@/components/restores/restore-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { EmptyState } from "@/components/ui/states";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listRestores } from "@/lib/features/restores/queries/list-restores";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restores"))("title") };
}

export default async function RestoresPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [query, t, words] = await Promise.all([searchParams, getTranslations("restores"), getEventWords()]);
  const { pending, earlier, can, administers } = await onPage(listRestores(actor));
  const isDone = textIn(query, "done") === "accepted" && pending === null;
  return (
    <div className="grid grid-cols-1 gap-4">
      {isDone && <ResultBanner>{t("done.accepted")}</ResultBanner>}
      <PageHeader title={t("title")} lead={t("lead")} />
      {pending && (
        <RestoreScreen pending={pending} mayAccept={can.accept} administers={administers} wordOf={words.event} />
      )}
      {earlier.length > 0 && <EarlierRestores restores={earlier} />}
      {!pending && earlier.length === 0 && <EmptyState title={t("none")} explain={t("noneExplain")} />}
    </div>
  );
}
