import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecideForm } from "@/components/badges/badge-forms";
import { PageHeader } from "@/components/shared/page-header";
import { EmptyState } from "@/components/ui/states";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { isDay, yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getBadgeDay } from "@/lib/features/badges/queries/get-badge-year";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("badges"))("title") };
}

export default async function DecideBadgesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const on = textIn(await searchParams, "on");
  if (!isDay(on)) notFound();
  const [view, t, { locale }] = await Promise.all([
    onPage(getBadgeDay(actor, on)),
    getTranslations("badges"),
    readPreferences(),
  ]);
  if (!view.can.decide) forbidden();
  const lines = view.proposed.filter((line) => line.badge?.state === "PROPOSED");
  const back = { href: `/badges?year=${yearOf(on)}`, label: t("actions.back", { year: String(yearOf(on)) }) };
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("decide.title", { day: formatIn(locale).day(on) })} lead={t("decide.lead")} back={back} />
      {lines.length === 0 ? (
        <EmptyState title={t("decide.nobodyTitle")} explain={t("decide.nobodyExplain")} />
      ) : (
        <DecideForm awardOn={on} lines={lines} backHref={back.href} />
      )}
    </div>
  );
}
