import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenRevisionForm } from "@/components/rule-sets/revision-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getFollowedRuleSet } from "@/lib/features/rule-sets/queries/revisions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleSets.revision"))("open") };
}

export default async function OpenRevisionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const [ruleSet, t] = await Promise.all([onPage(getFollowedRuleSet(actor, idIn(id))), getTranslations("ruleSets")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("revision.openOf", { kind: t(`kinds.${ruleSet.kind}`) })}
        lead={t("revision.lead")}
        back={{ href: "/ratings/rules", label: t("title") }}
      />
      <OpenRevisionForm ruleSet={ruleSet} />
    </div>
  );
}
