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
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getSubjectPapers } from "@/lib/features/rating-opinions/queries/get-subject-papers";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { ratingYear } from "@/lib/features/ratings/schema";

type RatingPageProps = { params: Promise<{ year: string; ratingId: string }>; searchParams: Promise<Query> };

const doneWords = ["proposed", "excluded", "corrected"] as const;

export async function generateMetadata({ params }: RatingPageProps): Promise<Metadata> {
  const year = ratingYear((await params).year);
  return { title: (await getTranslations("ratings"))("yearTitle", { year: String(year) }) };
}

export default async function RatingPage({ params, searchParams }: RatingPageProps) {
  const actor = await requireActor();
  const [{ year: typed, ratingId }, query] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(ratingId).success) notFound();
  const year = ratingYear(typed);
  const view = await onPage(getRatedSubject(actor, year, { ratingId }));
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
        title={`${t("yearTitle", { year: String(year) })}: ${view.name ?? bodyName}`}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <BackLink href={`/ratings/${year}`}>{t("actions.back", { year: String(year) })}</BackLink>
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
