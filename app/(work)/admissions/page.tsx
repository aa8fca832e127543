import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DossierTable } from "@/components/admissions/dossier-table";
import { DossierTabs } from "@/components/admissions/dossier-tabs";
import { type DossierTab, dossierTabs } from "@/components/admissions/dossier-words";
import { ProbationTable } from "@/components/admissions/probation-table";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { EmptyState, NoPermission } from "@/components/ui/states";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { findDossierLists } from "@/lib/features/admissions/queries/find-dossier-lists";
import { type ProbationMark, probationMarkIn } from "@/lib/features/admissions/schema";

const ALL_PROBATIONS = "/admissions?tab=probation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("title") };
}

export default async function AdmissionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = textIn(query, "tab");
  const mark = probationMarkIn(textIn(query, "mark"));
  const tab: DossierTab = dossierTabs.find((one) => one.name === asked)?.name ?? "admission";
  const [lists, t] = await Promise.all([onPage(findDossierLists(actor, tab, mark)), getTranslations("admissions")]);
  if (!lists) return <NoPermission />;
  const { dossiers, probations, can } = lists;
  const markWords = (of: ProbationMark) =>
    of === "OVER" ? t("reminders.isOver") : t("reminders.within", { days: of });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("title")}
        lead={tab === "probation" ? t("probation.lead") : t("lead")}
        actions={
          can.open && (
            <ButtonLink href="/admissions/new" tone="primary">
              {t("list.open")}
            </ButtonLink>
          )
        }
      />
      <DossierTabs current={tab} />
      {tab === "probation" ? (
        <>
          {mark !== null && (
            <FilterChips
              chips={[{ label: t("columns.clock"), value: markWords(mark), removeHref: ALL_PROBATIONS }]}
              clearHref={ALL_PROBATIONS}
            />
          )}
          {probations.length === 0 && (
            <EmptyState
              title={t(mark === null ? "probation.none" : "probation.noneAtMark")}
              explain={t(mark === null ? "probation.noneExplain" : "probation.noneAtMarkExplain")}
            />
          )}
          {probations.length > 0 && <ProbationTable lines={probations} />}
        </>
      ) : (
        <>
          {dossiers.length === 0 && (
            <EmptyState
              title={t("list.empty")}
              explain={t(tab === "admission" ? "list.emptyAdmission" : "list.emptyOther")}
            />
          )}
          {dossiers.length > 0 && <DossierTable lines={dossiers} caption={t(`list.caption.${tab}`)} />}
        </>
      )}
    </div>
  );
}
