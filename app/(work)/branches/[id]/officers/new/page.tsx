import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppointOfficerForm } from "@/components/organization/office-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { listOfficerCandidates } from "@/lib/features/organization/queries/office-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("officers.appoint") };
}

export default async function AppointOfficerPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [branch, members, t] = await Promise.all([
    onPage(getBranch(actor, id, actor.today)),
    onPage(listOfficerCandidates(actor, id)),
    getTranslations("organization"),
  ]);
  return (
    <>
      <PageHeader
        title={t("forms.appointTitle", { branch: branch.name })}
        back={{ href: `/branches/${id}?tab=officers`, label: branch.name }}
      />
      <AppointOfficerForm branchId={id} members={members.map((one) => ({ value: one.id, label: one.name }))} />
    </>
  );
}
