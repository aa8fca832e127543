import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { SelfReviewView } from "@/lib/features/self-reviews/queries/get-self-review";
import { reviewTexts } from "@/lib/features/self-reviews/schema";

/** What a draft lacks before it can be handed in, by the names of the form. */
export function MissingParts({ view: { missing, round } }: { view: SelfReviewView }) {
  const t = useTranslations("selfReviews");
  const rules = useTranslations("ruleSets.values");
  if (missing.length === 0) return null;
  const { criteria } = round.parameters.review;
  const words = [
    ...criteria.value.filter(({ criterion }) => missing.includes(criterion)).map(({ criterion }) => rules(criterion)),
    ...reviewTexts.filter((name) => missing.includes(name)).map((name) => t(`form.${name}`)),
    ...(missing.includes("proposedLevel") ? [t("form.proposedLevel")] : []),
  ];
  return (
    <div className="screen-only">
      <Notice tone="info">
        <p className="font-semibold">{t("page.missing")}</p>
        <ul className="list-disc pl-5">
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
