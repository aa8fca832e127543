import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReceiveDocumentForm } from "@/components/party-documents/document-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listAddressees } from "@/lib/features/party-documents/queries/find-document-form";
import { listKinds } from "@/lib/features/party-documents/queries/list-kinds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("receive.title") };
}

export default async function ReceiveDocumentPage() {
  const actor = await requireActor();
  const [branches, t] = await Promise.all([onPage(listAddressees(actor)), getTranslations("partyDocuments")]);
  if (branches.length === 0) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("receive.title")}
        lead={t("receive.lead")}
        back={{ href: "/party-documents", label: t("back") }}
      />
      <ReceiveDocumentForm kinds={listKinds()} branches={branches} today={actor.today} />
    </div>
  );
}
