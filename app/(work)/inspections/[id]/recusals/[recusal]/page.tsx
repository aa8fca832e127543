import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiftRecusalForm } from "@/components/inspections/recusal-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getRecusals } from "@/lib/features/inspections/queries/get-recusals";

type LiftRecusalPageProps = { params: Promise<{ id: string; recusal: string }> };

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function LiftRecusalPage({ params }: LiftRecusalPageProps) {
  const actor = await requireActor();
  const { id: typedId, recusal: typedRecusal } = await params;
  const [id, recusalId] = [idIn(typedId), idIn(typedRecusal)];
  const { recusals } = await onPage(getRecusals(actor, id));
  const recusal = recusals?.find((one) => one.id === recusalId);
  if (!recusal?.can.lift) notFound();
  const [t, inspections] = await Promise.all([getTranslations("inspectionDuties"), getTranslations("inspections")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("liftTitle", { person: recusal.person })}
        lead={t("liftLead")}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <LiftRecusalForm inspectionId={id} recusal={recusal} />
    </div>
  );
}
