import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { ProposeArrivalForm } from "@/components/transfers/propose-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("arrival.title") };
}

export default async function ArrivalPage() {
  const actor = await requireActor();
  if (!reachesRegister(actor, "transfer", "create")) forbidden();
  const [branches, t] = await Promise.all([
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("transfers"),
  ]);
  return (
    <>
      <PageHeader
        title={t("arrival.title")}
        lead={t("arrival.lead")}
        back={{ href: "/transfers", label: t("page.back") }}
      />
      <ProposeArrivalForm branches={branches.map(({ id, name }) => ({ value: id, label: name }))} />
    </>
  );
}
