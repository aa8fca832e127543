import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getViewWords } from "@/components/saved-views/get-view-words";
import { ViewTable } from "@/components/saved-views/view-table";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { ResultBanner } from "@/components/ui/result-banner";
import { EmptyState } from "@/components/ui/states";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";
import { listViews } from "@/lib/features/saved-views/queries/list-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("savedViews"))("title") };
}

export default async function ViewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [{ views, can }, branches, t] = await Promise.all([
    onPage(listViews(actor)),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("savedViews"),
  ]);
  const filtersOf = await getViewWords(branches, actor.today);
  if (!can.keep) forbidden();
  const done = (["saved", "edited", "deleted"] as const).find((one) => one === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: "/members", label: t("back") }} />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      {views.length > 0 ? (
        <ViewTable views={views} filtersOf={filtersOf} list="" />
      ) : (
        <EmptyState title={t("empty.title")} explain={t("empty.explain")}>
          <ButtonLink href="/members">{t("back")}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
