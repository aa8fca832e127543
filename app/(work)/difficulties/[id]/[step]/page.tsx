import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { DifficultyStepForm, type StepName, stepNames } from "@/components/visits/difficulty-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { type DifficultyView, getDifficulty, listOwners } from "@/lib/features/visits/queries/get-difficulty";

const mayTake: Record<StepName, (can: DifficultyView["can"]) => boolean> = {
  accept: (can) => can.accept,
  progress: (can) => can.solve,
  solve: (can) => can.solve,
  deadline: (can) => can.moveDeadline,
  decline: (can) => can.decline,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("difficulties"))("title") };
}

export default async function DifficultyStepPage({ params }: { params: Promise<{ id: string; step: string }> }) {
  const actor = await requireActor();
  const { id, step: named } = await params;
  const step = stepNames.find((one) => one === named);
  if (!step) notFound();
  const difficulty = await onPage(getDifficulty(actor, idIn(id)));
  if (!mayTake[step](difficulty.can)) notFound();
  const [owners, t] = await Promise.all([
    step === "accept" ? onPage(listOwners(actor)) : [],
    getTranslations("difficulties"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t(`steps.${step}.title`)}
        lead={difficulty.title}
        back={{ href: `/difficulties/${id}`, label: t("page.facts") }}
      />
      <DifficultyStepForm difficulty={difficulty} step={step} owners={owners} today={actor.today} />
    </div>
  );
}
