import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenRecognitionForm } from "@/components/admissions/recognition-form";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { typedForm } from "@/lib/core/day";
import { idIn, onPage } from "@/lib/core/page";
import { listOfficialMembers } from "@/lib/features/admissions/queries/dossier-forms";
import { listProbations } from "@/lib/features/admissions/queries/list-probations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("recognition.title") };
}

export default async function OpenRecognitionPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const memberId = idIn(textIn(await searchParams, "member"));
  const [probations, t] = await Promise.all([onPage(listProbations(actor)), getTranslations("admissions")]);
  const member = probations.find((one) => one.memberId === memberId && one.can.open);
  if (!member) notFound();
  const helpers = await onPage(listOfficialMembers(actor, member.branchId));
  return (
    <>
      <PageHeader
        title={t("recognition.titleOf", { name: member.name })}
        lead={t("recognition.lead")}
        back={{ href: "/admissions?tab=probation", label: t("tabs.probation") }}
      />
      <OpenRecognitionForm
        memberId={memberId}
        today={typedForm(actor.today)}
        helpers={helpers.map((one) => ({ value: one.id, label: one.name }))}
      />
    </>
  );
}
