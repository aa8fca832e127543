import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { DifficultyScreen } from "@/components/visits/difficulty-screen";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getDifficulty } from "@/lib/features/visits/queries/get-difficulty";

type DifficultyPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["raised", "accepted", "deadlineMoved", "movedOn", "solved", "declined"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("difficulties"))("title") };
}

export default async function DifficultyPage({ params, searchParams }: DifficultyPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [difficulty, t, { locale }] = await Promise.all([
    onPage(getDifficulty(actor, idIn(id))),
    getTranslations("difficulties"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={difficulty.branch}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <DifficultyScreen difficulty={difficulty} />
    </div>
  );
}
