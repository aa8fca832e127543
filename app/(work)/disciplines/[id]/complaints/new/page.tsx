import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordComplaintForm } from "@/components/disciplines/complaint-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getComplainedOf } from "@/lib/features/disciplines/queries/get-complaint";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disciplines.complaints.record"))("open") };
}

export default async function NewComplaintPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [of, t] = await Promise.all([onPage(getComplainedOf(actor, id)), getTranslations("disciplines")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("complaints.record.title", { number: of.decisionNumber })}
        lead={t("view.title", { form: t(`forms.${of.form}`), name: of.name })}
        back={{ href: `/disciplines/${id}`, label: of.decisionNumber }}
      />
      <p className="prose-line">{t("complaints.record.lead")}</p>
      <RecordComplaintForm of={of} />
    </div>
  );
}
