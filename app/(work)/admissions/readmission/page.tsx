import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReadmissionForm } from "@/components/admissions/departure-forms";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { typedForm } from "@/lib/core/day";
import { idIn, onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("readmission.title") };
}

export default async function ReadmissionPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const id = idIn(textIn(await searchParams, "member"));
  const [member, branches, t] = await Promise.all([
    onPage(getMember(actor, id)),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("admissions"),
  ]);
  if (!reachesRegister(actor, "dossier", "create") || member.standing.kind !== "LEFT") forbidden();
  return (
    <>
      <PageHeader
        title={t("readmission.titleOf", { name: member.fullName })}
        lead={t("readmission.lead")}
        back={{ href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) }}
      />
      <ReadmissionForm
        memberId={id}
        branches={branches.map(({ id: value, name: label }) => ({ value, label }))}
        today={typedForm(actor.today)}
      />
    </>
  );
}
