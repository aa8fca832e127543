import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecrecyNotice } from "@/components/party-documents/document-forms";
import { PageHeader } from "@/components/shared/page-header";
import { RecordRegulationForm } from "@/components/working-regulations/regulation-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getRegulationForm } from "@/lib/features/working-regulations/queries/get-regulations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workingRegulations"))("record.title") };
}

export default async function NewRegulationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const branchId = idIn((await params).id);
  const [form, t] = await Promise.all([
    onPage(getRegulationForm(actor, branchId)),
    getTranslations("workingRegulations"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("record.heading", { branch: form.branch })}
        lead={t("record.lead")}
        back={{ href: `/branches/${branchId}/working-regulations`, label: t("title") }}
      />
      <SecrecyNotice />
      <RecordRegulationForm form={form} />
    </div>
  );
}
