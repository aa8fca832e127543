import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { RoundHead } from "@/lib/features/ratings/queries/find-round";
import type { SelfReviewContent } from "@/lib/features/self-reviews/queries/self-review-columns";

type SelfReviewCardProps = { round: RoundHead; review: SelfReviewContent | null };

/** What the subject of a rating says of its own year, beside what others say; nothing of it is taken over. */
export function SelfReviewCard({ round, review }: SelfReviewCardProps) {
  const t = useTranslations("selfReviews");
  const levels = useTranslations("ratings.levels");
  const rules = useTranslations("ruleSets.values");
  if (review === null) {
    return (
      <Card title={t("card.title")}>
        <p className="text-ink-2">{t("card.none")}</p>
      </Card>
    );
  }
  const marks = round.parameters.review.criteria.value.map(({ criterion, most }) => {
    const given = review.marks[criterion] ?? null;
    return { term: rules(criterion), value: typeof given === "number" ? `${given}/${most}` : given && rules(given) };
  });
  return (
    <Card title={t("card.title")}>
      <DescriptionList
        facts={[
          { term: t("page.level"), value: review.proposedLevel && levels(review.proposedLevel) },
          ...(review.points === null ? [] : [{ term: t("page.total"), value: `${review.points}/100` }]),
          ...marks,
          { term: t("standing"), value: t(`states.${review.state}`) },
        ]}
      />
      <p className="mt-3">
        <Link href={`/ratings/${round.period}/self-reviews/${review.id}`} prefetch={false}>
          {t("card.open")}
        </Link>
      </p>
    </Card>
  );
}
