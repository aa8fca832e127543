import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaskScreen } from "@/components/tasks/task-screen";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { listEvidence } from "@/lib/features/tasks/queries/list-evidence";

type TaskPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["given", "done", "notDone", "accepted", "returned", "deadlineMoved", "calledOff"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TaskPage({ params, searchParams }: TaskPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [task, evidence, t, { locale }] = await Promise.all([
    onPage(getTask(actor, idIn(id))),
    onPage(listEvidence(actor, idIn(id))),
    getTranslations("tasks"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={task.branch}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <TaskScreen task={task} evidence={evidence} />
    </div>
  );
}
