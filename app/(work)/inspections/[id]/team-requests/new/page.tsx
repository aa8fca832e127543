import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskIntoTeamForm } from "@/components/inspections/team-request-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTeamRequests } from "@/lib/features/inspections/queries/get-team-requests";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function AskIntoTeamPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const { can } = await onPage(getTeamRequests(actor, id));
  if (!can.ask) notFound();
  const [t, inspections] = await Promise.all([
    getTranslations("inspectionDuties.joining"),
    getTranslations("inspections"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("askTitle")}
        lead={t("lead")}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <AskIntoTeamForm id={id} />
    </div>
  );
}
