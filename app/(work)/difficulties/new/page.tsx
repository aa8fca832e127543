import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { BranchChoice } from "@/components/visits/branch-choice";
import { RaiseDifficultyForm } from "@/components/visits/difficulty-forms";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findRaiseForm } from "@/lib/features/visits/queries/find-raise-form";
import { listRaiseBranches } from "@/lib/features/visits/queries/reached-branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("difficulties"))("raise") };
}

export default async function NewDifficultyPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [branches, t] = await Promise.all([onPage(listRaiseBranches(actor)), getTranslations("difficulties")]);
  const asked = textIn(query, "branch");
  const [only] = branches.length === 1 ? branches : [];
  const branchId = asked === "" ? only?.id : idIn(asked);
  if (branchId === undefined) {
    if (branches.length === 0) notFound();
    return (
      <div className="grid gap-4">
        <PageHeader title={t("form.chooseBranch")} back={{ href: "/difficulties", label: t("page.back") }} />
        <BranchChoice branches={branches} path="/difficulties/new" />
      </div>
    );
  }
  const visit = textIn(query, "visit");
  const form = await onPage(findRaiseForm(actor, branchId, visit === "" ? null : idIn(visit)));
  if (!form) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.heading", { branch: form.branch })}
        lead={t("form.lead")}
        back={{ href: `/difficulties?branch=${branchId}`, label: t("page.back") }}
      />
      <RaiseDifficultyForm form={form} today={actor.today} />
    </div>
  );
}
