import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { BranchChoice } from "@/components/visits/branch-choice";
import { ReportVisitForm } from "@/components/visits/visit-forms";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findVisitForm } from "@/lib/features/visits/queries/find-visit-form";
import { listVisitableBranches } from "@/lib/features/visits/queries/reached-branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("report") };
}

export default async function NewVisitPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [branches, t] = await Promise.all([onPage(listVisitableBranches(actor)), getTranslations("visits")]);
  const asked = textIn(query, "branch");
  const [only] = branches.length === 1 ? branches : [];
  const branchId = asked === "" ? only?.id : idIn(asked);
  if (branchId === undefined) {
    if (branches.length === 0) notFound();
    return (
      <div className="grid gap-4">
        <PageHeader title={t("choice.title")} back={{ href: "/visits", label: t("page.back") }} />
        <BranchChoice branches={branches} path="/visits/new" />
      </div>
    );
  }
  const form = await onPage(findVisitForm(actor, branchId));
  if (!form) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.title", { branch: form.branch })}
        lead={t("form.lead")}
        back={{ href: `/visits?branch=${branchId}`, label: t("page.back") }}
      />
      <ReportVisitForm form={form} meetingId={textIn(query, "meeting")} />
    </div>
  );
}
