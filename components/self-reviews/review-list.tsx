import { useTranslations } from "next-intl";
import { BranchFilter } from "@/components/self-reviews/branch-filter";
import { ReviewLinesTable } from "@/components/self-reviews/review-lines-table";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { SelfReviewList } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { reviewStandings, type SelfReviewFilter } from "@/lib/features/self-reviews/schema";

type ReviewListProps = { list: SelfReviewList; filter: SelfReviewFilter };

/** Who of a round has handed in a review and who has not; each number opens its names. */
export function ReviewList({ list, filter }: ReviewListProps) {
  const t = useTranslations("selfReviews");
  const format = useFormat();
  const { round, shown, branches, counts, collectives } = list;
  const { tab, branch, standing } = filter;
  const path = `/ratings/${round.period}/self-reviews`;
  const hrefOf = (of: SelfReviewFilter["tab"]) => addressOf(path, { tab: of === "members" ? null : of });
  const numbers = tab === "members" ? counts : collectives;
  const kept = { tab: tab === "members" ? null : tab, branch };
  const tabs = [
    { href: hrefOf("members"), label: t("tabs.members"), count: sumOf(counts) },
    { href: hrefOf("branches"), label: t("tabs.branches"), count: sumOf(collectives) },
  ];
  return (
    <>
      {sumOf(collectives) > 0 && <Tabs label={t("tabs.label")} tabs={tabs} current={hrefOf(tab)} />}
      <StatCards>
        {reviewStandings
          .filter((one) => numbers[one] > 0)
          .map((one) => (
            <StatCard
              key={one}
              value={format.number(numbers[one])}
              label={t(`standings.${one}`)}
              href={addressOf(path, { ...kept, standing: one })}
            />
          ))}
      </StatCards>
      {tab === "members" && <BranchFilter action={path} branches={branches} branch={branch} keep={{ standing }} />}
      {shown.length > 0 && <ReviewLinesTable period={round.period} tab={tab} lines={shown} />}
      {shown.length === 0 && sumOf(numbers) > 0 && <NoneFound />}
      {sumOf(numbers) === 0 && <EmptyState title={t("nobody")} explain={t("nobodyExplain")} />}
    </>
  );
}

function sumOf(counts: SelfReviewList["counts"]): number {
  return reviewStandings.reduce((sum, one) => sum + counts[one], 0);
}
