import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SourceTasks } from "@/components/tasks/source-tasks";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { DifficultyScreen } from "@/components/visits/difficulty-screen";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";
import { getDifficulty } from "@/lib/features/visits/queries/get-difficulty";

type DifficultyPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["raised", "accepted", "deadlineMoved", "movedOn", "solved", "declined"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("difficulties"))("title") };
}

export default async function DifficultyPage({ params, searchParams }: DifficultyPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const difficulty = await onPage(getDifficulty(actor, idIn(id)));
  const { branchId } = difficulty;
  const [tasks, t, { locale }] = await Promise.all([
    onPage(listTasksFrom(actor, { difficultyId: difficulty.id, branchId })),
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
      <SourceTasks tasks={tasks} giveHref={addressOf("/tasks/new", { branch: branchId, difficulty: difficulty.id })} />
    </div>
  );
}
