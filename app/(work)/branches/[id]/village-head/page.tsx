import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VillageHeadForm } from "@/components/organization/office-forms";
import { PageHeader } from "@/components/shared/page-header";
import { EmptyState } from "@/components/ui/states";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { listOfficerCandidates } from "@/lib/features/organization/queries/office-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("officers.recordHead") };
}

export default async function VillageHeadPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [branch, members, t] = await Promise.all([
    onPage(getBranch(actor, id, actor.today)),
    onPage(listOfficerCandidates(actor, id)),
    getTranslations("organization"),
  ]);
  const options = (rows: readonly { id: string; name: string }[]) =>
    rows.map((row) => ({ value: row.id, label: row.name }));
  return (
    <>
      <PageHeader
        title={t("forms.headTitle", { branch: branch.name })}
        back={{ href: `/branches/${id}?tab=officers`, label: branch.name }}
      />
      {branch.villages.length === 0 ? (
        <EmptyState title={t("forms.noVillage")} />
      ) : (
        <VillageHeadForm branchId={id} villages={options(branch.villages)} members={options(members)} />
      )}
    </>
  );
}
