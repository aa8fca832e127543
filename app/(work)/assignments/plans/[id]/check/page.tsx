import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanCheck } from "@/components/assignments/plan-check";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getPlan } from "@/lib/features/assignments/queries/get-plan";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignmentPlans.check"))("title") };
}

export default async function PlanCheckPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const [plan, t] = await Promise.all([onPage(getPlan(actor, idIn(id))), getTranslations("assignmentPlans.check")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("title")}
        lead={plan.name}
        back={{ href: `/assignments/plans/${plan.id}`, label: t("back") }}
      />
      <PlanCheck plan={plan} />
    </div>
  );
}
