import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeclareRecusalForm } from "@/components/inspections/recusal-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getRecusals } from "@/lib/features/inspections/queries/get-recusals";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function DeclareRecusalPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [view, { can }] = await Promise.all([onPage(getInspection(actor, id)), onPage(getRecusals(actor, id))]);
  if (!can.declare) notFound();
  const [t, inspections] = await Promise.all([getTranslations("inspectionDuties"), getTranslations("inspections")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("declareTitle", { title: view.title })}
        lead={t("declareLead")}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <DeclareRecusalForm id={id} />
    </div>
  );
}
