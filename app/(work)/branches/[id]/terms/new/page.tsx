import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenBranchTermForm } from "@/components/organization/branch-term-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getNextBranchTerm } from "@/lib/features/organization/queries/branch-terms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("terms.open") };
}

export default async function OpenBranchTermPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [next, t] = await Promise.all([onPage(getNextBranchTerm(actor, id)), getTranslations("organization")]);
  return (
    <>
      <PageHeader
        title={t("terms.openTitle", { branch: next.branchName })}
        lead={t("terms.openLead")}
        back={{ href: `/branches/${id}?tab=officers`, label: t("tabs.officers") }}
      />
      <OpenBranchTermForm branchId={id} number={next.number} />
    </>
  );
}
