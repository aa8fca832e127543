import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DocumentListView } from "@/components/party-documents/document-list-view";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listDocuments } from "@/lib/features/party-documents/queries/list-documents";
import { documentFilter } from "@/lib/features/party-documents/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("title") };
}

export default async function PartyDocumentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = Object.keys(query).map((name) => [name, textIn(query, name)]);
  const filter = documentFilter.parse(Object.fromEntries(asked));
  const [found, register, { locale }] = await Promise.all([
    onPage(listDocuments(actor, filter)),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <DocumentListView found={found} filter={filter} />
    </div>
  );
}
