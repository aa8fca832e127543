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
  const from = {
    meetingId: named("meeting"),
    difficultyId: named("difficulty"),
    inspectionId: named("inspection"),
    documentId: named("document"),
  };
  const { meetingId, difficultyId, inspectionId, documentId } = from;
  const [sourceHref] = [
    meetingId && `/meetings/${meetingId}`,
    difficultyId && `/difficulties/${difficultyId}`,
    inspectionId && `/inspections/${inspectionId}`,
    documentId && `/party-documents/${documentId}`,
  ].filter((href) => href !== null);
  const [branches, t] = await Promise.all([onPage(listTaskBranches(actor, from)), getTranslations("tasks")]);
  const [only] = branches.length === 1 ? branches : [];
  const branchId = named("branch") ?? only?.id;
  if (branchId === undefined) {
    if (branches.length === 0) notFound();
    const back = { href: sourceHref ?? "/tasks", label: t(sourceHref ? "form.backToSource" : "page.back") };
    return (
      <div className="grid gap-4">
        <PageHeader title={t("form.chooseBranch")} back={back} />
        <BranchChoice
          branches={branches}
          path="/tasks/new"
          question={{ meeting: meetingId, inspection: inspectionId, document: documentId }}
        />
      </div>
    );
  }
  const form = await onPage(findTaskForm(actor, branchId, from));
  if (!form) notFound();
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
