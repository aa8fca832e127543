import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenAdmissionForm } from "@/components/admissions/candidate-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { typedForm } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { reachesBranch } from "@/lib/core/policy-table";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("new.title") };
}

export default async function NewAdmissionPage() {
  const actor = await requireActor();
  const [all, t] = await Promise.all([onPage(listBranchChoices(actor, actor.today)), getTranslations("admissions")]);
  const branches = all.filter(({ id }) => reachesBranch(actor, "dossier", "create", id));
  if (branches.length === 0) forbidden();
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} back={{ href: "/admissions", label: t("page.back") }} />
      <OpenAdmissionForm
        branches={branches.map(({ id, name }) => ({ value: id, label: name }))}
        today={typedForm(actor.today)}
      />
    </>
  );
}
