import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmComplaintForm } from "@/components/disciplines/complaint-forms";
import { ComplaintScreen } from "@/components/disciplines/complaint-screen";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getComplaint } from "@/lib/features/disciplines/queries/get-complaint";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disciplines.complaints.confirm"))("open") };
}

export default async function ConfirmComplaintPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const found = await onPage(getComplaint(actor, idIn((await params).id), "confirm"));
  return (
    <ComplaintScreen {...found} step="confirm">
      <ConfirmComplaintForm {...found} />
    </ComplaintScreen>
  );
}
