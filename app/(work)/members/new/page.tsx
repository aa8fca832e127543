import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddMemberForm } from "@/components/members/record-forms";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("new.title") };
}

export default async function NewMemberPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  if (!reachesRegister(actor, "member", "create")) forbidden();
  const [branches, query, t] = await Promise.all([
    onPage(listBranchChoices(actor, actor.today)),
    searchParams,
    getTranslations("members"),
  ]);
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} back={{ href: "/members", label: t("page.back") }} />
      <AddMemberForm
        branches={branches.map(({ id, name }) => ({ value: id, label: name }))}
        branchId={textIn(query, "branch") || undefined}
      />
    </>
  );
}
