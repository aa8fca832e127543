import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { EarlierReview } from "@/lib/features/self-reviews/queries/get-self-review";

/** What the subject said of earlier years: the level claimed, and the shortcomings that were to be put right. */
export function EarlierReviews({ lines }: { lines: readonly EarlierReview[] }) {
  const t = useTranslations("selfReviews.form");
  const levels = useTranslations("ratings.levels");
  if (lines.length === 0) return null;
  return (
    <Card title={t("earlier")}>
      <ul className="grid gap-2">
        {lines.map(({ id, year, points, proposedLevel, shortcomings }) => {
          const level = proposedLevel ? levels(proposedLevel) : t("noLevel");
          return (
            <li key={id}>
              <Link href={`/ratings/${year}/self-reviews/${id}`} prefetch={false}>
                {points === null
                  ? t("earlierLine", { year: String(year), level })
                  : t("earlierPoints", { year: String(year), level, points })}
              </Link>
              {shortcomings && <span className="field-hint block whitespace-pre-line">{shortcomings}</span>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
