import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { GiveTaskForm } from "@/components/tasks/task-forms";
import { BranchChoice } from "@/components/visits/branch-choice";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findTaskForm, listTaskBranches } from "@/lib/features/tasks/queries/find-task-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("give") };
}

export default async function NewTaskPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const named = (name: string) => (textIn(query, name) === "" ? null : idIn(textIn(query, name)));
  const [meetingId, difficultyId, inspectionId] = [named("meeting"), named("difficulty"), named("inspection")];
  const [branches, t] = await Promise.all([onPage(listTaskBranches(actor, inspectionId)), getTranslations("tasks")]);
  const [only] = branches.length === 1 ? branches : [];
  const branchId = named("branch") ?? only?.id;
  if (branchId === undefined) {
    if (branches.length === 0) notFound();
    const back = { href: inspectionId === null ? "/tasks" : `/inspections/${inspectionId}`, label: t("page.back") };
    return (
      <div className="grid gap-4">
        <PageHeader title={t("form.chooseBranch")} back={back} />
        <BranchChoice branches={branches} path="/tasks/new" question={{ inspection: inspectionId }} />
      </div>
    );
  }
  const form = await onPage(findTaskForm(actor, branchId, { meetingId, difficultyId, inspectionId }));
  if (!form) notFound();
  const [sourceHref] = [
    meetingId && `/meetings/${meetingId}`,
    difficultyId && `/difficulties/${difficultyId}`,
    inspectionId && `/inspections/${inspectionId}`,
  ].filter((href) => href !== null);
  const backHref = sourceHref ?? `/tasks?branch=${branchId}`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.heading", { branch: form.branch })}
        lead={t("form.lead")}
        back={{ href: backHref, label: t(sourceHref ? "form.backToSource" : "page.back") }}
      />
      <GiveTaskForm form={form} backHref={backHref} />
    </div>
  );
}
