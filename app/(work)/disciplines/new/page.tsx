import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordDisciplineForm } from "@/components/disciplines/discipline-forms";
import { RuleSetList } from "@/components/rule-sets/rule-set-list";
import { PageHeader } from "@/components/shared/page-header";
import { BranchChoice } from "@/components/visits/branch-choice";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDisciplineForm } from "@/lib/features/disciplines/queries/get-discipline-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disciplines.record"))("open") };
}

export default async function NewDisciplinePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const named = (name: string) => {
    const typed = textIn(query, name);
    return typed === "" ? null : idIn(typed);
  };
  const form = await onPage(getDisciplineForm(actor, { branchId: named("branch"), correctsId: named("corrects") }));
  const t = await getTranslations("disciplines");
  const { branches, branch, corrects, rules } = form;
  const back = { href: "/disciplines", label: t("back") };
  if (branch === null) {
    return (
      <div className="grid grid-cols-1 gap-4">
        <PageHeader title={t("record.open")} lead={t("record.chooseLead")} back={back} />
        <BranchChoice branches={branches} path="/disciplines/new" />
      </div>
    );
  }
  const title = corrects
    ? t("correct.title", { number: corrects.decisionNumber })
    : t("record.ofBranch", { branch: branch.name });
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={title} lead={t(corrects ? "correct.lead" : "record.lead")} back={back} />
      <RecordDisciplineForm branch={branch} corrects={corrects} />
      {rules && <RuleSetList sets={[rules]} mayRevise={false} />}
    </div>
  );
}
