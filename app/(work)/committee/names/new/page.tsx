import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordNameForm } from "@/components/committee/committee-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { findCommittee } from "@/lib/features/organization/queries/committee";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee.form"))("nameTitle") };
}

export default async function RecordNamePage() {
  const actor = await requireActor();
  const committee = await onPage(findCommittee(actor, actor.today));
  if (!committee?.can.editNames) notFound();
  const t = await getTranslations("committee.form");
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("nameTitle")} back={{ href: "/committee", label: t("cancel") }} />
      <RecordNameForm />
    </div>
  );
}
