import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BadgeDayCard } from "@/components/badges/badge-day";
import { PageHeader } from "@/components/shared/page-header";
import { Actions, ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { EmptyState } from "@/components/ui/states";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { getBadgeYear } from "@/lib/features/badges/queries/get-badge-year";
import { badgeYear } from "@/lib/features/badges/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("badges"))("title") };
}

export default async function BadgesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const year = badgeYear(textIn(query, "year"), yearOf(actor.today));
  const [view, register, t, { locale }] = await Promise.all([
    onPage(getBadgeYear(actor, year)),
    onPage(getRegister(actor)),
    getTranslations("badges"),
    readPreferences(),
  ]);
  const title = t("yearTitle", { year: String(year) });
  const done = (["proposed", "decided"] as const).find((one) => one === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href={`/badges?year=${year - 1}`}>{t("previousYear", { year: String(year - 1) })}</ButtonLink>
            <ButtonLink href={`/badges?year=${year + 1}`}>{t("nextYear", { year: String(year + 1) })}</ButtonLink>
          </>
        }
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      {view.days.length === 0 && (
        <EmptyState title={t("noRulesTitle")} explain={t("noRulesExplain", { year: String(year) })}>
          <Actions>
            <ButtonLink href="/ratings/rules">{t("toRules")}</ButtonLink>
          </Actions>
        </EmptyState>
      )}
      {view.days.map((day) => (
        <BadgeDayCard
          key={day.awardOn}
          of={day}
          can={{ ...view.can, take: reachesRegister(actor, "badge", "export") }}
        />
      ))}
    </div>
  );
}
