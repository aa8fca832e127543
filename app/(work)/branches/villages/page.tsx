import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChooseVillagesForm, ReorganizeVillagesForm } from "@/components/organization/village-forms";
import { VillageTable } from "@/components/organization/village-table";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getVillageDraft } from "@/lib/features/organization/queries/village-heads";
import { findVillages } from "@/lib/features/organization/queries/villages";
import { villageChoice } from "@/lib/features/organization/schema/villages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.villages"))("title") };
}

export default async function VillagesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [query, t, { locale }] = await Promise.all([
    searchParams,
    getTranslations("organization.villages"),
    readPreferences(),
  ]);
  const parsed = villageChoice.safeParse(query);
  if (parsed.success && parsed.data.from.length > 0) {
    const choice = parsed.data;
    const draft = await onPage(getVillageDraft(actor, { from: choice.from, on: choice.effectiveOn }));
    const names = draft.olds.map((village) => village.name).join(", ");
    return (
      <div className="grid max-w-3xl gap-4">
        <PageHeader
          title={t("reorganize")}
          lead={t("lead", { names, day: formatIn(locale).day(choice.effectiveOn) })}
          back={{ href: "/branches/villages", label: t("title") }}
        />
        <ReorganizeVillagesForm choice={choice} draft={draft} />
      </div>
    );
  }
  const found = await onPage(findVillages(actor));
  if (!found) forbidden();
  const isIncomplete = "from" in query || "effectiveOn" in query;
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} back={{ href: "/branches", label: t("back") }} />
      {textIn(query, "done") === "reorganized" && <ResultBanner>{t("done")}</ResultBanner>}
      <VillageTable rows={found.rows} />
      {found.can.reorganize && (
        <Card title={t("reorganize")}>
          <ChooseVillagesForm villages={found.rows} isIncomplete={isIncomplete} />
        </Card>
      )}
    </div>
  );
}
