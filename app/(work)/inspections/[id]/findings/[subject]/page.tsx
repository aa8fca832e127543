import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FindingForm } from "@/components/inspections/conclusion-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function FindingPage({ params }: { params: Promise<{ id: string; subject: string }> }) {
  const actor = await requireActor();
  const { id: named, subject } = await params;
  const id = idIn(named);
  const view = await onPage(getInspection(actor, id));
  const line = view.findings.find((one) => one.id === subject);
  if (!view.can.work || !line) notFound();
  const [t, inspections] = await Promise.all([
    getTranslations("inspectionProgress.findings"),
    getTranslations("inspections"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("writeTitle", { name: line.name })}
        lead={view.title}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <FindingForm id={id} line={line} />
    </div>
  );
}
