import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BranchVoteForm } from "@/components/admissions/step-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getBranchOutlook } from "@/lib/features/admissions/queries/dossier-forms";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("voteForm.title") };
}

export default async function VotePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [dossier, t] = await Promise.all([onPage(getDossier(actor, id)), getTranslations("admissions")]);
  if (!dossier.can.vote) forbidden();
  const outlook = await onPage(getBranchOutlook(actor, dossier.branch.id));
  const back = { href: `/admissions/${id}`, label: t("page.backTo", { name: dossier.name }) };
  return (
    <>
      <PageHeader title={t("voteForm.title")} lead={`${t(`kinds.${dossier.kind}`)}: ${dossier.name}`} back={back} />
      <BranchVoteForm dossier={dossier} outlook={outlook} />
    </>
  );
}
