import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { EditVisitForm } from "@/components/visits/visit-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listHeldMeetings } from "@/lib/features/visits/queries/find-visit-form";
import { getVisit } from "@/lib/features/visits/queries/get-visit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("form.editTitle") };
}

export default async function EditVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const visit = await onPage(getVisit(actor, idIn(id)));
  if (!visit.can.edit) notFound();
  const [meetings, t] = await Promise.all([onPage(listHeldMeetings(actor, visit.branchId)), getTranslations("visits")]);
  return (
    <div className="grid gap-4">
      <PageHeader title={t("form.editTitle")} back={{ href: `/visits/${id}`, label: t("page.facts") }} />
      <EditVisitForm visit={visit} meetings={meetings} />
    </div>
  );
}
