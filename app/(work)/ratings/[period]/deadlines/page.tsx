import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadlinesScreen } from "@/components/ratings/deadlines-screen";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getFormat } from "@/lib/core/i18n/get-format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getDeadlines } from "@/lib/features/ratings/queries/get-deadlines";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type DeadlinesPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: DeadlinesPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("ratingDeadlines"))("titleOf", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function DeadlinesPage({ params, searchParams }: DeadlinesPageProps) {
  const actor = await requireActor();
  const period = ratingPeriod((await params).period);
  const view = await onPage(getDeadlines(actor, period));
  const [register, query, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    searchParams,
    getTranslations("ratingDeadlines"),
    readPreferences(),
  ]);
  const format = formatIn(locale);
  const done = textIn(query, "done");
  const title = t("titleOf", { period: format.yearOrQuarter(period) });
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("lead", { day: format.day(view.round.reckoningOn) })}
        back={{ href: `/ratings/${period}`, label: t("backToRound", { period: format.yearOrQuarter(period) }) }}
        actions={<PrintButton />}
      />
      {done === "deadlines" && <ResultBanner>{t("saved")}</ResultBanner>}
      {done === "confirmed" && <ResultBanner>{t("confirmed")}</ResultBanner>}
      <DeadlinesScreen view={view} />
    </div>
  );
}
