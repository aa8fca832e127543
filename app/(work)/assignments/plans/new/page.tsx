import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenPlanForm } from "@/components/assignments/plan-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listPlans } from "@/lib/features/assignments/queries/list-plans";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignmentPlans.open"))("title") };
}

export default async function NewPlanPage() {
  const actor = await requireActor();
  const [{ can }, t] = await Promise.all([onPage(listPlans(actor)), getTranslations("assignmentPlans")]);
  if (!can.open) notFound();
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("open.title")}
        lead={t("open.lead")}
        back={{ href: "/assignments/plans", label: t("toPlans") }}
      />
      <OpenPlanForm today={actor.today} />
    </div>
  );
}
