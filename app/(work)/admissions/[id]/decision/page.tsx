import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecisionForm } from "@/components/admissions/decision-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("decisionForm.title") };
}

export default async function DecisionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [dossier, t] = await Promise.all([onPage(getDossier(actor, id)), getTranslations("admissions")]);
  if (!dossier.can.record) forbidden();
  const back = { href: `/admissions/${id}`, label: t("page.backTo", { name: dossier.name }) };
  return (
    <>
      <PageHeader title={t("decisionForm.title")} lead={t("decisionForm.lead")} back={back} />
      <DecisionForm dossier={dossier} />
    </>
  );
}
