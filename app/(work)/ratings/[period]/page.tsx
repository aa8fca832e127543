import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpinionDone } from "@/components/rating-opinions/opinion-done";
import { OpinionsCard } from "@/components/rating-opinions/opinions-card";
import { RoundActions } from "@/components/ratings/round-actions";
import { RoundScreen } from "@/components/ratings/round-screen";
import { PageHeader } from "@/components/shared/page-header";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import type { Actor } from "@/lib/core/actor";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getFormat } from "@/lib/core/i18n/get-format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listOpinions } from "@/lib/features/rating-opinions/queries/list-opinions";
import { getRound, type RoundView } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { countSelfReviews } from "@/lib/features/self-reviews/queries/count-self-reviews";

type RoundPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

const doneWords = ["opened", "proposed", "excluded", "recorded", "confirmed", "corrected", "closed"] as const;

export async function generateMetadata({ params }: RoundPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("ratings"))("yearTitle", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function RoundPage({ params, searchParams }: RoundPageProps) {
  const actor = await requireActor();
  const query = await searchParams;
  const period = ratingPeriod((await params).period);
  const asked = Object.keys(roundFilter.shape).map((name) => [name, textIn(query, name)]);
  const filter = roundFilter.parse(Object.fromEntries(asked));
  const view = await onPage(getRound(actor, period, filter));
  const isDecided = view.steps.some(({ step, isDone }) => step === "decision" && isDone);
  const [register, opinions, reviews, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    filter.tab === "committee" ? onPage(listOpinionsOnCommittee(actor, view)) : null,
    isDecided ? null : onPage(countSelfReviews(actor, view)),
    getTranslations("ratings"),
    readPreferences(),
  ]);
  const format = formatIn(locale);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  const title = t("yearTitle", { period: format.yearOrQuarter(period) });
  const narrowed = [
    filter.level && t(`levelFilter.${filter.level}`),
    filter.state && t(`states.${filter.state}`),
    filter.reason && t(`reasons.${filter.reason}`),
  ];
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        filter={[t(`tabs.${filter.tab}`), ...narrowed].filter(Boolean).join(", ")}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("reckonedOn", { day: format.day(view.round.reckoningOn) })}
        back={{ href: "/ratings", label: t("actions.years") }}
        actions={<RoundActions view={view} branch={filter.branch} />}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <OpinionDone query={query} />
      <RoundScreen view={view} filter={filter} superiorName={register.superiorName} reviews={reviews} />
      {opinions && <OpinionsCard list={opinions} period={period} />}
    </div>
  );
}

function listOpinionsOnCommittee(actor: Actor, { round, committee }: RoundView) {
  const step = committee === null || committee.step === "NONE" ? null : committee.step;
  return listOpinions(actor, { round, subject: "COMMITTEE", memberId: null, branchId: null, step });
}
