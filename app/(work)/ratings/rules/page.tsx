import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InstallRulesForm } from "@/components/rule-sets/install-rules-form";
import { OpenRevisions } from "@/components/rule-sets/revision-list";
import { RuleSetList } from "@/components/rule-sets/rule-set-list";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import { EmptyState } from "@/components/ui/states";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listOpenRevisions } from "@/lib/features/rule-sets/queries/revisions";
import { listRuleSets } from "@/lib/features/rule-sets/queries/rule-sets";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleSets"))("title") };
}

export default async function RuleSetsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [rules, open, query, t, ratings] = await Promise.all([
    onPage(listRuleSets(actor)),
    onPage(listOpenRevisions(actor)),
    searchParams,
    getTranslations("ruleSets"),
    getTranslations("ratings"),
  ]);
  if (!rules) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: "/ratings", label: ratings("actions.years") }} />
      {textIn(query, "done") === "installed" && <ResultBanner>{t("installed")}</ResultBanner>}
      {rules.sets.length === 0 && <EmptyState title={t("none")} explain={t("noneExplain")} />}
      {rules.can.install && (
        <>
          {rules.sets.length > 0 && <Notice tone="info">{t("someMissing")}</Notice>}
          <InstallRulesForm />
        </>
      )}
      <OpenRevisions revisions={open} />
      <RuleSetList sets={rules.sets} mayRevise={rules.can.revise} />
    </div>
  );
}
