import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ConcludeCaseForm } from "@/components/inspections/case-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function ConcludeInspectionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const view = await onPage(getInspection(actor, id));
  if (!view.can.work) notFound();
  const t = await getTranslations("inspections");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.concludeTitle", { title: view.title })}
        lead={t("form.concludeLead")}
        back={{ href: `/inspections/${id}`, label: t("actions.backHere") }}
      />
      <ConcludeCaseForm id={id} version={view.version} />
    </div>
  );
}
