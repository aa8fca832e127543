import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanScreen } from "@/components/assignments/plan-screen";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getPlan } from "@/lib/features/assignments/queries/get-plan";
import { getRegister } from "@/lib/features/organization/queries/register";

type PlanPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignmentPlans"))("title") };
}

export default async function AssignmentPlanPage({ params, searchParams }: PlanPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [plan, register, { locale }] = await Promise.all([
    onPage(getPlan(actor, idIn(id))),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <>
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PlanScreen plan={plan} done={textIn(query, "done")} />
    </>
  );
}
