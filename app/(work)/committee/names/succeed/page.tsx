import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SucceedForm } from "@/components/committee/committee-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { findCommittee } from "@/lib/features/organization/queries/committee";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee.form"))("successionTitle") };
}

export default async function SucceedCommitteePage() {
  const actor = await requireActor();
  const committee = await onPage(findCommittee(actor, actor.today));
  if (!committee?.can.editNames) notFound();
  const t = await getTranslations("committee.form");
  const name = committee.name?.name ?? "";
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("successionTitle")}
        lead={t("successionLead")}
        back={{ href: "/committee", label: t("cancel") }}
      />
      <SucceedForm name={name} predecessor={name} />
    </div>
  );
}
