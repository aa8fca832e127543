import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { VisitScreen } from "@/components/visits/visit-screen";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getVisit } from "@/lib/features/visits/queries/get-visit";
import { listDifficultiesOfVisit } from "@/lib/features/visits/queries/list-difficulties";

type VisitPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["reported", "edited"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("page.facts") };
}

export default async function VisitPage({ params, searchParams }: VisitPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [visit, t, { locale }] = await Promise.all([
    onPage(getVisit(actor, idIn(id))),
    getTranslations("visits"),
    readPreferences(),
  ]);
  const raised = await onPage(listDifficultiesOfVisit(actor, visit.id));
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={visit.branch}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <VisitScreen visit={visit} raised={raised} />
    </div>
  );
}
