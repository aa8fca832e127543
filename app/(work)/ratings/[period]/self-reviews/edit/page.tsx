import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EarlierReviews } from "@/components/self-reviews/earlier-reviews";
import { SelfReviewForm } from "@/components/self-reviews/self-review-form";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { getSelfReviewForm } from "@/lib/features/self-reviews/queries/get-self-review";
import { reviewedInAddress } from "@/lib/features/self-reviews/schema";

type EditSelfReviewPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: EditSelfReviewPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("selfReviews.form"))("title", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function EditSelfReviewPage({ params, searchParams }: EditSelfReviewPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const period = ratingPeriod((await params).period);
  const named = reviewedInAddress(await searchParams);
  if (!named) notFound();
  const [view, t] = await Promise.all([
    onPage(getSelfReviewForm(actor, period, named)),
    getTranslations("selfReviews"),
  ]);
  const { review, of, isOnBehalf, earlier } = view;
  const path = `/ratings/${period}/self-reviews`;
  const back = review
    ? { href: `${path}/${review.id}`, label: t("page.facts") }
    : { href: path, label: t("backToList") };
  const name = of.name ?? t("committee");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("page.title", { period: format.yearOrQuarter(period), name })}
        lead={t("form.lead")}
        back={back}
      />
      {isOnBehalf && <Notice tone="info">{t("form.onBehalf", { name })}</Notice>}
      <EarlierReviews lines={earlier} />
      <SelfReviewForm view={view} backHref={back.href} />
    </div>
  );
}
