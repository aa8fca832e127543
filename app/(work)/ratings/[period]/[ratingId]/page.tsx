import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OpinionDone } from "@/components/rating-opinions/opinion-done";
import { SubjectPapers } from "@/components/rating-opinions/subject-papers";
import { RatedSubjectScreen } from "@/components/ratings/rated-subject-screen";
import { BackLink } from "@/components/shared/back-link";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getFormat } from "@/lib/core/i18n/get-format";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getSubjectPapers } from "@/lib/features/rating-opinions/queries/get-subject-papers";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type RatingPageProps = { params: Promise<{ period: string; ratingId: string }>; searchParams: Promise<Query> };

const doneWords = ["proposed", "excluded", "corrected"] as const;

export async function generateMetadata({ params }: RatingPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("ratings"))("yearTitle", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function RatingPage({ params, searchParams }: RatingPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const [{ period: typed, ratingId }, query] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(ratingId).success) notFound();
  const period = ratingPeriod(typed);
  const view = await onPage(getRatedSubject(actor, period, { ratingId }));
  const [register, papers, t, words, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    onPage(getSubjectPapers(actor, view)),
    getTranslations("ratings"),
    getAnyKeyTranslator(),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const bodyName = register.name ?? t("tabs.committee");
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={`${t("yearTitle", { period: format.yearOrQuarter(period) })}: ${view.name ?? bodyName}`}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <BackLink href={`/ratings/${period}`}>{t("actions.back", { period: format.yearOrQuarter(period) })}</BackLink>
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <OpinionDone query={query} />
      <RatedSubjectScreen
        view={view}
        bodyName={bodyName}
        refusal={view.can.confirmObstacle && words(view.can.confirmObstacle)}
      />
      <SubjectPapers view={view} papers={papers} />
    </div>
  );
}
