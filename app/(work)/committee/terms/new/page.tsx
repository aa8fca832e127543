import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenTermForm } from "@/components/committee/committee-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { findCommittee } from "@/lib/features/organization/queries/committee";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee.form"))("termTitle") };
}

export default async function OpenTermPage() {
  const actor = await requireActor();
  const committee = await onPage(findCommittee(actor, actor.today));
  if (!committee?.can.editSeats) notFound();
  const t = await getTranslations("committee.form");
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("termTitle")} back={{ href: "/committee", label: t("cancel") }} />
      <OpenTermForm />
    </div>
  );
}
