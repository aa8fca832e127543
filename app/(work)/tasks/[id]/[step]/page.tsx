import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { TaskStepForm } from "@/components/tasks/task-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { stepNames } from "@/lib/features/tasks/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TaskStepPage({ params }: { params: Promise<{ id: string; step: string }> }) {
  const actor = await requireActor();
  const { id, step: named } = await params;
  const step = stepNames.find((one) => one === named);
  if (!step) notFound();
  const [task, t] = await Promise.all([onPage(getTask(actor, idIn(id))), getTranslations("tasks")]);
  if (!task.can[step]) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t(`steps.${step}.title`)}
        lead={task.title}
        back={{ href: `/tasks/${id}`, label: t("page.facts") }}
      />
      <TaskStepForm task={task} step={step} today={actor.today} />
    </div>
  );
}
