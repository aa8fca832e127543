import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MarkStepForm, TakeBackStepForm } from "@/components/inspections/step-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function StepPage({ params }: { params: Promise<{ id: string; stage: string }> }) {
  const actor = await requireActor();
  const { id: named, stage } = await params;
  const id = idIn(named);
  const [view, { steps }] = await Promise.all([onPage(getInspection(actor, id)), onPage(getProgress(actor, id))]);
  const line = steps?.find(({ step }) => step === stage);
  if (!line?.can.mark) notFound();
  const [t, inspections, { locale }] = await Promise.all([
    getTranslations("inspectionProgress"),
    getTranslations("inspections"),
    readPreferences(),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("stepTitle", { step: t(`steps.${line.step}`), title: view.title })}
        lead={t("stepLead", { day: formatIn(locale).day(line.dueOn) })}
        back={{ href: `/inspections/${id}`, label: inspections("actions.backHere") }}
      />
      <MarkStepForm id={id} line={line} />
      {line.can.takeBack && <TakeBackStepForm id={id} line={line} />}
    </div>
  );
}
