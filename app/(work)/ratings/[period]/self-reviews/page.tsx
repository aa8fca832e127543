import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewList } from "@/components/self-reviews/review-list";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getFormat } from "@/lib/core/i18n/get-format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { listSelfReviews } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { selfReviewFilter } from "@/lib/features/self-reviews/schema";

type SelfReviewsPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: SelfReviewsPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("selfReviews"))("heading", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function SelfReviewsPage({ params, searchParams }: SelfReviewsPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const [{ period: typed }, query] = await Promise.all([params, searchParams]);
  const period = ratingPeriod(typed);
  const asked = Object.keys(selfReviewFilter.shape).map((name) => [name, textIn(query, name)]);
  const filter = selfReviewFilter.parse(Object.fromEntries(asked));
  const list = await onPage(listSelfReviews(actor, period, filter));
  const [register, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, list.round.reckoningOn)),
    getTranslations("selfReviews"),
    readPreferences(),
  ]);
  const title = t("heading", { period: format.yearOrQuarter(period) });
  const narrowed = [t(`tabs.${filter.tab}`), filter.standing && t(`standings.${filter.standing}`)];
  const mayEnter = list.shown.some(({ canEnter, memberId }) => canEnter && memberId !== actor.memberId);
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        filter={narrowed.filter(Boolean).join(", ")}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("lead")}
        back={{ href: `/ratings/${period}`, label: t("back", { period: format.yearOrQuarter(period) }) }}
        actions={
          mayEnter && (
            <ButtonLink href={addressOf(`/ratings/${period}/self-reviews/paper`, { branch: filter.branch })}>
              {t("paper.open")}
            </ButtonLink>
          )
        }
      />
      <ReviewList list={list} filter={filter} />
    </div>
  );
}
