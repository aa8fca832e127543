import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { YearsTable } from "@/components/ratings/years-table";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listRounds } from "@/lib/features/ratings/queries/list-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings"))("title") };
}

export default async function RatingsPage() {
  const actor = await requireActor();
  const [list, t] = await Promise.all([onPage(listRounds(actor)), getTranslations("ratings")]);
  if (!list) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {list.can.open && (
              <ButtonLink href="/ratings/new" tone="primary">
                {t("openRound")}
              </ButtonLink>
            )}
            {list.can.setTarget && <ButtonLink href="/ratings/targets">{t("setTargets")}</ButtonLink>}
            <ButtonLink href="/ratings/rules">{t("allRules")}</ButtonLink>
          </>
        }
      />
      {list.reach === "BRANCHES" && <Notice tone="info">{t("scopeOwn")}</Notice>}
      {list.rounds.length === 0 ? (
        <EmptyState title={t("noRounds")} explain={t("noRoundsExplain")}>
          {list.can.open && <ButtonLink href="/ratings/new">{t("openRound")}</ButtonLink>}
        </EmptyState>
      ) : (
        <YearsTable rounds={list.rounds} />
      )}
    </div>
  );
}
