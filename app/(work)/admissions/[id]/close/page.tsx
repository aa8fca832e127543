import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CloseForm } from "@/components/admissions/step-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("closeForm.title") };
}

export default async function ClosePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [dossier, t] = await Promise.all([onPage(getDossier(actor, id)), getTranslations("admissions")]);
  if (!dossier.can.close) forbidden();
  const back = { href: `/admissions/${id}`, label: t("page.backTo", { name: dossier.name }) };
  return (
    <>
      <PageHeader title={t("closeForm.title")} lead={t("closeForm.lead")} back={back} />
      <CloseForm dossier={dossier} />
    </>
  );
}
