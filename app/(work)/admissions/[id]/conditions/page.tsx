import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConditionsForm } from "@/components/admissions/conditions-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listOfficialMembers } from "@/lib/features/admissions/queries/dossier-forms";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("conditions.title") };
}

export default async function ConditionsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [dossier, t] = await Promise.all([onPage(getDossier(actor, id)), getTranslations("admissions")]);
  if (!dossier.can.prepare || !dossier.candidate) forbidden();
  const members = await onPage(listOfficialMembers(actor, dossier.branch.id));
  const back = { href: `/admissions/${id}`, label: t("page.backTo", { name: dossier.name }) };
  return (
    <>
      <PageHeader title={t("conditions.title")} lead={t("conditions.lead")} back={back} />
      <ConditionsForm dossier={dossier} members={members.map((one) => ({ value: one.id, label: one.name }))} />
    </>
  );
}
