import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TeamRequestForms } from "@/components/inspections/team-request-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTeamRequests } from "@/lib/features/inspections/queries/get-team-requests";

type TeamRequestPageProps = { params: Promise<{ id: string; request: string }> };

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function TeamRequestPage({ params }: TeamRequestPageProps) {
  const actor = await requireActor();
  const { id: typedId, request: typedRequest } = await params;
  const [id, requestId] = [idIn(typedId), idIn(typedRequest)];
  const { requests } = await onPage(getTeamRequests(actor, id));
  const request = requests?.find((one) => one.id === requestId);
  if (!request || !(request.can.decide || request.can.withdraw)) notFound();
  const [t, inspections] = await Promise.all([
    getTranslations("inspectionDuties.joining"),
    getTranslations("inspections"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("requestTitle", { person: request.person })}
        lead={t(request.can.decide ? "decideLead" : "withdrawLead")}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <TeamRequestForms inspectionId={id} request={request} />
    </div>
  );
}
