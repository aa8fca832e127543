import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanScreen } from "@/components/training/plan-view";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getPlan } from "@/lib/features/training/queries/get-plan";
import { planTerm } from "@/lib/features/training/schema/planning";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("tabs.planning") };
}

export default async function PlanningPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [view, register, t, { locale }] = await Promise.all([
    onPage(getPlan(actor, planTerm(textIn(query, "term")))),
    onPage(getRegister(actor)),
    getTranslations("training"),
    readPreferences(),
  ]);
  const done = (["planned", "ended"] as const).find((one) => one === textIn(query, "done"));
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <PlanScreen view={view} />
    </div>
  );
}
