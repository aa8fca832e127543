import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TargetForm } from "@/components/ratings/target-form";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { Tabs } from "@/components/ui/tabs";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { TargetKind } from "@/lib/core/db/generated/enums";
import { onPage } from "@/lib/core/page";
import { listRounds } from "@/lib/features/ratings/queries/list-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings"))("targets") };
}

export default async function TargetsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [list, query, t] = await Promise.all([onPage(listRounds(actor)), searchParams, getTranslations("ratings")]);
  if (!list?.can.setTarget) notFound();
  const thisYear = yearOf(actor.today);
  const asked = Number(textIn(query, "year"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
  const known = [...list.targets.map((one) => one.year), thisYear, thisYear + 1, year];
  const years = [...new Set(known)].toSorted((one, other) => other - one);
  const hrefOf = (one: number) => addressOf("/ratings/targets", { year: one });
  return (
    <div className="grid gap-4">
      <PageHeader title={t("form.targetsTitle", { year })} back={{ href: "/ratings", label: t("actions.years") }} />
      {textIn(query, "done") === "target" && <ResultBanner>{t("done.target")}</ResultBanner>}
      <Tabs
        label={t("form.chooseYear")}
        tabs={years.map((one) => ({ href: hrefOf(one), label: String(one) }))}
        current={hrefOf(year)}
      />
      {Object.values(TargetKind).map((kind) => (
        <TargetForm
          key={`${kind} ${year}`}
          year={year}
          kind={kind}
          target={list.targets.find((one) => one.year === year && one.kind === kind)}
        />
      ))}
    </div>
  );
}
