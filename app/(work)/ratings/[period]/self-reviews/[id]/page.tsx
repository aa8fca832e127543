import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EarlierReviews } from "@/components/self-reviews/earlier-reviews";
import { HandInForm } from "@/components/self-reviews/hand-in-form";
import { MissingParts } from "@/components/self-reviews/missing-parts";
import { SelfReviewText } from "@/components/self-reviews/self-review-text";
import { BackLink } from "@/components/shared/back-link";
import { ButtonLink } from "@/components/ui/button";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { Tag } from "@/components/ui/tag";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getFormat } from "@/lib/core/i18n/get-format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { type RatingPeriod, ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { getSelfReview } from "@/lib/features/self-reviews/queries/get-self-review";

type SelfReviewPageProps = { params: Promise<{ period: string; id: string }>; searchParams: Promise<Query> };

const doneWords = ["saved", "handedIn", "takenBack"] as const;

export async function generateMetadata({ params }: SelfReviewPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("selfReviews.form"))("title", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function SelfReviewPage({ params, searchParams }: SelfReviewPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const [{ period: typed, id }, query] = await Promise.all([params, searchParams]);
  const period = ratingPeriod(typed);
  const view = await onPage(getSelfReview(actor, period, idIn(id)));
  const [register, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    getTranslations("selfReviews"),
    readPreferences(),
  ]);
  const { of, review, can } = view;
  const name = of.name ?? register.name ?? t("committee");
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={of.branch ?? register.name ?? ""}
        title={t("page.title", { period: format.yearOrQuarter(period), name })}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <BackLink href={`/ratings/${period}/self-reviews`}>{t("backToList")}</BackLink>
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <IdentityBar
        name={name}
        tags={<Tag tone={review.state === "DRAFT" ? "draft" : "ok"}>{t(`states.${review.state}`)}</Tag>}
        facts={[
          t("form.title", { period: format.yearOrQuarter(period) }),
          ...(of.memberId && of.branch ? [of.branch] : []),
        ]}
        actions={
          <div className="screen-only flex flex-wrap gap-2">
            {can.edit && <ButtonLink href={editHref(period, of)}>{t("page.edit")}</ButtonLink>}
            <PrintButton />
          </div>
        }
      />
      {can.edit && <MissingParts view={view} />}
      <HandInForm view={view} />
      <SelfReviewText view={view} name={name} />
      <EarlierReviews lines={view.earlier} />
    </div>
  );
}

function editHref(period: RatingPeriod, { memberId, branchId }: { memberId: string | null; branchId: string | null }) {
  const path = `/ratings/${period}/self-reviews/edit`;
  if (memberId !== null) return addressOf(path, { member: memberId });
  return addressOf(path, branchId === null ? { of: "committee" } : { branch: branchId });
}
