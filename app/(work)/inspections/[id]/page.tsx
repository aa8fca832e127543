import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CasePapersCard } from "@/components/inspections/case-papers-card";
import { AddendaCard } from "@/components/inspections/conclusion-forms";
import { DiaryCard } from "@/components/inspections/diary-card";
import { FindingsCard } from "@/components/inspections/findings-card";
import { InspectionScreen } from "@/components/inspections/inspection-screen";
import { ProgressCard } from "@/components/inspections/progress-card";
import { RecusalsCard } from "@/components/inspections/recusals-card";
import { TeamRequestsCard } from "@/components/inspections/team-requests-card";
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
import { getProgress } from "@/lib/features/inspections/queries/get-progress";
import { getRecusals } from "@/lib/features/inspections/queries/get-recusals";
import { getTeamRequests } from "@/lib/features/inspections/queries/get-team-requests";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";

type InspectionPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const caseWords = ["opened", "recorded", "edited", "concluded"] as const;
const doneWords = [
  ...caseWords,
  "stepMarked",
  "stepTakenBack",
  "extended",
  "diaryWritten",
  "findingWritten",
  "addendumAdded",
  "addendumDecided",
  "recusalLifted",
  "askedIntoTeam",
  "teamRequestDecided",
  "teamRequestWithdrawn",
] as const;

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function InspectionPage({ params, searchParams }: InspectionPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(id).success) notFound();
  const view = await onPage(getInspection(actor, id));
  const [register, progress, teamRequests, recusals, tasks, t, { locale }] = await Promise.all([
    onPage(getRegister(actor)),
    onPage(getProgress(actor, id)),
    onPage(getTeamRequests(actor, id)),
    onPage(getRecusals(actor, id)),
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
      <FindingsCard view={view} />
      <AddendaCard view={view} />
      <ProgressCard id={id} progress={progress} />
      {tasks && <SourceTasks tasks={tasks} giveHref={addressOf("/tasks/new", { inspection: id })} />}
      <CasePapersCard view={view} />
      <DiaryCard id={id} progress={progress} />
      <TeamRequestsCard id={id} view={teamRequests} />
      <RecusalsCard id={id} view={recusals} />
    </div>
  );
}
