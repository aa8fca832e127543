import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { UploadFileForm } from "@/components/party-documents/file-parts";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
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
  const [files, t, any] = await Promise.all([
    onPage(listFiles(actor, id)),
    getTranslations("partyDocuments"),
    getAnyKeyTranslator(),
  ]);
  const asked = textIn(query, "replaces");
  const replaced = files.map(([newest]) => newest).find((file) => file?.id === asked);
  if (asked !== "" && !replaced) notFound();
  const refused = textIn(query, "refused");
  const isReason = /^(partyDocuments\.(refusals|errors|upload)|refusals)\.[A-Za-z_]{3,30}$/u.test(refused);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={replaced ? t("files.replaceTitle", { name: replaced.fileName }) : t("files.add")}
        lead={t("files.lead")}
        back={{ href: `/party-documents/${id}`, label: document.name }}
      />
      <UploadFileForm documentId={id} replacesId={replaced?.id ?? null} refused={isReason ? any(refused) : null} />
    </div>
  );
}
