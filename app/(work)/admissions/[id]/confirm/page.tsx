import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmScreen } from "@/components/admissions/confirm-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("confirmForm.title") };
}

export default async function ConfirmPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [dossier, t] = await Promise.all([onPage(getDossier(actor, id)), getTranslations("admissions")]);
  if (!(dossier.can.confirm || dossier.can.return)) forbidden();
  const back = { href: `/admissions/${id}`, label: t("page.backTo", { name: dossier.name }) };
  return (
    <>
      <PageHeader title={t("confirmForm.title")} lead={dossier.branch.name} back={back} />
      <ConfirmScreen dossier={dossier} />
    </>
  );
}
