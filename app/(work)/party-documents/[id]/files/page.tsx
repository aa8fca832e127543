import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SecrecyNotice } from "@/components/party-documents/document-forms";
import { PageHeader } from "@/components/shared/page-header";
import { UploadForm } from "@/components/shared/upload-form";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { idIn, onPage } from "@/lib/core/page";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";
import { listFiles } from "@/lib/features/party-documents/queries/list-files";

type UploadPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("files.add") };
}

export default async function UploadFilePage({ params, searchParams }: UploadPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const document = await onPage(getDocument(actor, idIn(id)));
  if (!document.can.keep) notFound();
  const [files, t, upload] = await Promise.all([
    onPage(listFiles(actor, id)),
    getTranslations("partyDocuments"),
    getUploadWords("partyDocuments", query),
  ]);
  const asked = textIn(query, "replaces");
  const replaced = files.map(([newest]) => newest).find((file) => file?.id === asked);
  if (asked !== "" && !replaced) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={replaced ? t("files.replaceTitle", { name: replaced.fileName }) : t("files.add")}
        lead={t("files.lead")}
        back={{ href: `/party-documents/${id}`, label: document.name }}
      />
      <SecrecyNotice />
      <UploadForm
        {...upload}
        action={addressOf(`/api/uploads/party-documents/${id}`, { replaces: replaced?.id })}
        accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
        mostBytes={ATTACHMENT_LIMITS.bytes}
        cancel={{ href: `/party-documents/${id}`, label: t("files.cancel") }}
      />
    </div>
  );
}
