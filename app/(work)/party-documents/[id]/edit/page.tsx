import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditDocumentForm } from "@/components/party-documents/document-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listAddressees } from "@/lib/features/party-documents/queries/find-document-form";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";
import { listKinds } from "@/lib/features/party-documents/queries/list-kinds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("edit") };
}

export default async function EditDocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const document = await onPage(getDocument(actor, idIn(id)));
  if (!document.can.keep) notFound();
  const [branches, t] = await Promise.all([
    onPage(listAddressees(actor, document.branches)),
    getTranslations("partyDocuments"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader title={t("edit")} back={{ href: `/party-documents/${id}`, label: document.name }} />
      <EditDocumentForm document={document} kinds={listKinds()} branches={branches} />
    </div>
  );
}
