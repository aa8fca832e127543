import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExtendForm } from "@/components/inspections/step-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function ExtendInspectionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [view, { rule, can }] = await Promise.all([onPage(getInspection(actor, id)), onPage(getProgress(actor, id))]);
  if (!can.extend || rule === null) notFound();
  const [t, inspections] = await Promise.all([getTranslations("inspectionProgress"), getTranslations("inspections")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("extendTitle", { title: view.title })}
        lead={t("extendLead", { most: rule.mostExtension })}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <ExtendForm id={id} />
    </div>
  );
}
