import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisseminationCard } from "@/components/party-documents/dissemination-card";
import { DocumentScreen } from "@/components/party-documents/document-screen";
import { FilesCard } from "@/components/party-documents/file-parts";
import { SourceTasks } from "@/components/tasks/source-tasks";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";
import { listDissemination } from "@/lib/features/party-documents/queries/list-dissemination";
import { listFiles } from "@/lib/features/party-documents/queries/list-files";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";

type DocumentPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["received", "issued", "edited", "annulled", "fileAttached", "passedOn"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("title") };
}

export default async function PartyDocumentPage({ params, searchParams }: DocumentPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [document, files, lines, tasks, register, t, { locale }] = await Promise.all([
    onPage(getDocument(actor, idIn(id))),
    onPage(listFiles(actor, id)),
    onPage(listDissemination(actor, id)),
    onPage(listTasksFrom(actor, { documentId: id, branchId: actor.ownBranchIds[0] ?? null })),
    onPage(getRegister(actor)),
    getTranslations("partyDocuments"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const isToBeDone = document.annulled === null && document.audience !== "NO_BRANCH";
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`, { sign: document.name })}</ResultBanner>}
      <DocumentScreen document={document}>
        <DisseminationCard lines={lines} />
        <SourceTasks
          tasks={isToBeDone ? tasks : { ...tasks, can: { give: false } }}
          giveHref={addressOf("/tasks/new", { document: id })}
        />
        <FilesCard documentId={id} files={files} mayAttach={document.can.keep} />
      </DocumentScreen>
    </div>
  );
}
