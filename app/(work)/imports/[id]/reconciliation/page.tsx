import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Reconciliation } from "@/components/imports/reconciliation";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getReconciliation } from "@/lib/features/imports/queries/get-reconciliation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("reconciliation.title") };
}

export default async function ReconciliationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [facts, t] = await Promise.all([onPage(getReconciliation(actor, id)), getTranslations("imports")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("reconciliation.title")}
        lead={t("reconciliation.lead", { file: facts.roster.fileName })}
        back={{ href: `/imports/${id}`, label: t("backTo", { file: facts.roster.fileName }) }}
        actions={<PrintButton />}
      />
      <Reconciliation facts={facts} />
    </div>
  );
}
