import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CeremonyCheck, CeremonyForm } from "@/components/admissions/ceremony-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { isDay } from "@/lib/core/day";
import { idIn, onPage } from "@/lib/core/page";
import { listOfficialMembers } from "@/lib/features/admissions/queries/dossier-forms";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

type CeremonyPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("ceremonyForm.title") };
}

export default async function CeremonyPage({ params, searchParams }: CeremonyPageProps) {
  const actor = await requireActor();
  const [{ id: address }, query] = await Promise.all([params, searchParams]);
  const id = idIn(address);
  const [dossier, t] = await Promise.all([onPage(getDossier(actor, id)), getTranslations("admissions")]);
  if (!dossier.can.holdCeremony) forbidden();
  const members = await onPage(listOfficialMembers(actor, dossier.branch.id));
  const draft = {
    ceremonyOn: textIn(query, "ceremonyOn"),
    receivedOn: textIn(query, "receivedOn"),
    helperId: textIn(query, "helperId"),
    lateConsent: textIn(query, "lateConsent").slice(0, 200),
  };
  const back = { href: `/admissions/${id}`, label: t("page.backTo", { name: dossier.name }) };
  if (textIn(query, "step") === "check" && isDay(draft.ceremonyOn)) {
    return (
      <>
        <PageHeader title={t("ceremonyForm.checkTitle")} back={back} />
        <CeremonyCheck
          dossier={dossier}
          ceremonyOn={draft.ceremonyOn}
          helper={members.find((one) => one.id === draft.helperId)?.name}
          draft={draft}
          changeHref={addressOf(`/admissions/${id}/ceremony`, draft)}
        />
      </>
    );
  }
  const helpers = members.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <PageHeader title={t("ceremonyForm.title")} lead={t("ceremonyForm.lead")} back={back} />
      <CeremonyForm dossier={dossier} helpers={helpers} draft={draft} />
    </>
  );
}
