import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { InspectionScreen } from "@/components/inspections/inspection-screen";
import { BackLink } from "@/components/shared/back-link";
import { SourceTasks } from "@/components/tasks/source-tasks";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";

type InspectionPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["opened", "recorded", "edited", "concluded"] as const;

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function InspectionPage({ params, searchParams }: InspectionPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(id).success) notFound();
  const view = await onPage(getInspection(actor, id));
  const [register, tasks, t, { locale }] = await Promise.all([
    onPage(getRegister(actor)),
    view.state === "CONCLUDED" ? onPage(listTasksFrom(actor, { inspectionId: id, branchId: null })) : null,
    getTranslations("inspections"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={view.title}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <BackLink href={addressOf("/inspections", { year: view.year })}>{t("actions.back")}</BackLink>
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <InspectionScreen view={view} />
      {tasks && <SourceTasks tasks={tasks} giveHref={addressOf("/tasks/new", { inspection: id })} />}
    </div>
  );
}
