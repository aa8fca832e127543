import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaskListView } from "@/components/tasks/task-list-view";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listTasks } from "@/lib/features/tasks/queries/list-tasks";
import { taskFilter } from "@/lib/features/tasks/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TasksPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = taskFilter.parse({
    year: textIn(query, "year"),
    month: textIn(query, "month"),
    branch: textIn(query, "branch"),
    person: textIn(query, "person"),
    source: textIn(query, "source"),
    standing: textIn(query, "standing"),
  });
  const [list, register, { locale }] = await Promise.all([
    onPage(listTasks(actor, filter)),
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
      <TaskListView list={list} filter={filter} thisYear={yearOf(actor.today)} />
    </div>
  );
}
