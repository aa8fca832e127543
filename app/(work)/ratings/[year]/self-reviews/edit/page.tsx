import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EarlierReviews } from "@/components/self-reviews/earlier-reviews";
import { SelfReviewForm } from "@/components/self-reviews/self-review-form";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { ratingYear } from "@/lib/features/ratings/schema";
import { getSelfReviewForm } from "@/lib/features/self-reviews/queries/get-self-review";
import { reviewedInAddress } from "@/lib/features/self-reviews/schema";

type EditSelfReviewPageProps = { params: Promise<{ year: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: EditSelfReviewPageProps): Promise<Metadata> {
  const year = ratingYear((await params).year);
  return { title: (await getTranslations("selfReviews.form"))("title", { year: String(year) }) };
}

export default async function EditSelfReviewPage({ params, searchParams }: EditSelfReviewPageProps) {
  const actor = await requireActor();
  const year = ratingYear((await params).year);
  const named = reviewedInAddress(await searchParams);
  if (!named) notFound();
  const [view, t] = await Promise.all([onPage(getSelfReviewForm(actor, year, named)), getTranslations("selfReviews")]);
  const { review, of, isOnBehalf, earlier } = view;
  const path = `/ratings/${year}/self-reviews`;
  const back = review
    ? { href: `${path}/${review.id}`, label: t("page.facts") }
    : { href: path, label: t("backToList") };
  const name = of.name ?? t("committee");
  return (
    <div className="grid gap-4">
      <PageHeader title={t("page.title", { year: String(year), name })} lead={t("form.lead")} back={back} />
      {isOnBehalf && <Notice tone="info">{t("form.onBehalf", { name })}</Notice>}
      <EarlierReviews lines={earlier} />
      <SelfReviewForm view={view} backHref={back.href} />
    </div>
  );
}
