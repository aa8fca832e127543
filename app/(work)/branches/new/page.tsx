import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenBranchForm, OpenVillageForm } from "@/components/organization/branch-forms";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listFreeVillages } from "@/lib/features/organization/queries/office-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("forms.newTitle") };
}

export default async function NewBranchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [villages, query, t] = await Promise.all([
    onPage(listFreeVillages(actor)),
    searchParams,
    getTranslations("organization"),
  ]);
  return (
    <div className="grid max-w-3xl gap-4">
      <PageHeader title={t("forms.newTitle")} back={{ href: "/branches", label: t("page.back") }} />
      {textIn(query, "done") === "villageOpened" && <ResultBanner>{t("done.villageOpened")}</ResultBanner>}
      <OpenBranchForm villages={villages.map(({ id, name }) => ({ value: id, label: name }))} />
      <Card title={t("forms.newVillageTitle")}>
        <p className="mb-4">{t("forms.newVillageLead")}</p>
        <OpenVillageForm />
      </Card>
    </div>
  );
}
