import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { PeopleSourceForm } from "@/components/training/people-source-form";
import { PlanForm } from "@/components/training/plan-forms";
import { NoneFound } from "@/components/ui/states";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listPeopleToPlan } from "@/lib/features/training/queries/find-planned";
import { getPlan } from "@/lib/features/training/queries/get-plan";
import { peopleSource } from "@/lib/features/training/schema/courses";
import { planTerm } from "@/lib/features/training/schema/planning";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("planning.add") };
}

export default async function PlanPeoplePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const from = peopleSource.parse(textIn(query, "from"));
  const found = await onPage(listPeopleToPlan(actor, from));
  const [{ term }, t] = await Promise.all([
    onPage(getPlan(actor, planTerm(textIn(query, "term")))),
    getTranslations("training.planning"),
  ]);
  const asked = `${term.from}-${term.to}`;
  const back = addressOf("/training/planning", { term: asked });
  const label = t("title", { from: String(term.from), to: String(term.to) });
  return (
    <div className="grid gap-4">
      <PageHeader title={t("add")} lead={t("form.lead")} back={{ href: back, label }} />
      <PeopleSourceForm branches={found.branches} action="/training/planning/new" from={from} keep={{ term: asked }} />
      {found.people.length > 0 && <PlanForm key={from} found={found} term={term} backHref={back} />}
      {found.people.length === 0 && from !== null && (
        <NoneFound>
          <p>{t("form.nobody")}</p>
        </NoneFound>
      )}
    </div>
  );
}
