import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanBranchForm } from "@/components/assignments/plan-forms";
import { PlannedBranchNow } from "@/components/assignments/planned-branch-now";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getPlannedBranch } from "@/lib/features/assignments/queries/get-planned-branch";

type PlannedBranchPageProps = { params: Promise<{ id: string; branch: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignmentPlans"))("title") };
}

export default async function PlannedBranchPage({ params }: PlannedBranchPageProps) {
  const actor = await requireActor();
  const { id, branch } = await params;
  const [form, t, { locale }] = await Promise.all([
    onPage(getPlannedBranch(actor, idIn(id), idIn(branch))),
    getTranslations("assignmentPlans.branch"),
    readPreferences(),
  ]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("title", { branch: form.branch.name })}
        lead={t("lead", { day: formatIn(locale).day(form.plan.startsOn) })}
        back={{ href: `/assignments/plans/${form.plan.id}`, label: t("cancel") }}
      />
      <PlannedBranchNow form={form} />
      <PlanBranchForm form={form} />
    </div>
  );
}
