import { useTranslations } from "next-intl";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";

const doneWords = ["given", "withdrawn"] as const;

/** Says on the page of a subject that an opinion has just been entered or withdrawn. */
export function OpinionDone({ query }: { query: Query }) {
  const t = useTranslations("ratingOpinions.done");
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return done && <ResultBanner>{t(done)}</ResultBanner>;
}
