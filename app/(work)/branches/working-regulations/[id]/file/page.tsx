import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SecrecyNotice } from "@/components/party-documents/document-forms";
import { PageHeader } from "@/components/shared/page-header";
import { UploadForm } from "@/components/shared/upload-form";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { idIn, onPage } from "@/lib/core/page";
import { getRegulation } from "@/lib/features/working-regulations/queries/get-regulations";

type PaperPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workingRegulations"))("file.open") };
}

export default async function RegulationPaperPage({ params, searchParams }: PaperPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const regulation = await onPage(getRegulation(actor, idIn(id)));
  if (!regulation.can.attach) notFound();
  const [t, upload] = await Promise.all([
    getTranslations("workingRegulations"),
    getUploadWords("workingRegulations", query),
  ]);
  const back = `/branches/${regulation.branchId}/working-regulations`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("file.heading", { branch: regulation.branch })}
        lead={t("file.lead")}
        back={{ href: back, label: t("title") }}
      />
      {textIn(query, "done") === "recorded" && <ResultBanner>{t("done.recorded")}</ResultBanner>}
      <SecrecyNotice />
      <UploadForm
        {...upload}
        action={`/api/uploads/working-regulations/${id}`}
        accept=".pdf,.docx"
        mostBytes={ATTACHMENT_LIMITS.bytes}
        cancel={{ href: back, label: t("file.later") }}
      />
    </div>
  );
}
