import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanList } from "@/components/assignments/plan-list";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listPlans } from "@/lib/features/assignments/queries/list-plans";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignmentPlans"))("title") };
}

export default async function AssignmentPlansPage() {
  const actor = await requireActor();
  const [{ lines, can }, t] = await Promise.all([onPage(listPlans(actor)), getTranslations("assignmentPlans")]);
  const start = can.open && (
    <ButtonLink href="/assignments/plans/new" tone="primary">
      {t("open.start")}
    </ButtonLink>
  );
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={{ href: "/assignments", label: t("back") }}
        actions={lines.length > 0 && start}
      />
      {lines.length > 0 ? (
        <PlanList lines={lines} />
      ) : (
        <EmptyState title={t("none")} explain={t("noneExplain")}>
          {start}
        </EmptyState>
      )}
    </div>
  );
}
