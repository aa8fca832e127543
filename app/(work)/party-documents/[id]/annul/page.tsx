import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnnulDocumentForm } from "@/components/party-documents/document-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("annul.open") };
}

export default async function AnnulDocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const document = await onPage(getDocument(actor, idIn(id)));
  if (!document.can.keep) notFound();
  const t = await getTranslations("partyDocuments");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("annul.heading", { sign: document.name })}
        lead={t(`annul.leads.${document.direction}`)}
        back={{ href: `/party-documents/${id}`, label: document.name }}
      />
      <AnnulDocumentForm document={document} />
    </div>
  );
}
