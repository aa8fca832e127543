import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaskYearView } from "@/components/tasks/task-year-view";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getTaskYear } from "@/lib/features/tasks/queries/year-figures";
import { taskFilter } from "@/lib/features/tasks/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("figures.open") };
}

export default async function TaskFiguresPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const { year } = taskFilter.parse({ year: textIn(await searchParams, "year") });
  const [figures, register, { locale }] = await Promise.all([
    onPage(getTaskYear(actor, year)),
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
      <TaskYearView figures={figures} />
    </div>
  );
}
