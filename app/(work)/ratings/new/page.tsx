import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoundForm } from "@/components/ratings/round-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { lastDayOfYear, yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { findUsualDecision } from "@/lib/features/ratings/queries/get-deadlines";
import { listRounds } from "@/lib/features/ratings/queries/list-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.form"))("roundTitle") };
}

export default async function NewRoundPage() {
  const actor = await requireActor();
  const year = yearOf(actor.today);
  const [list, usual, t, { locale }] = await Promise.all([
    onPage(listRounds(actor)),
    onPage(findUsualDecision(actor, year)),
    getTranslations("ratings"),
    readPreferences(),
  ]);
  if (!list?.can.open) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.roundTitle")}
        lead={t("form.roundLead")}
        back={{ href: "/ratings", label: t("actions.years") }}
      />
      <RoundForm year={year} reckoningOn={formatIn(locale).day(lastDayOfYear(year))} usual={usual} />
    </div>
  );
}
