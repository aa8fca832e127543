import { useTranslations } from "next-intl";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TargetView } from "@/lib/features/ratings/queries/find-round";
import type { RoundTally } from "@/lib/features/ratings/rules/round-lines";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type RoundTallyCardsProps = {
  period: RatingPeriod;
  tab: "members" | "branches";
  tally: RoundTally;
  target: TargetView | null;
};

/** The numbers of a round, each opening the list it counts. */
export function RoundTallyCards({ period, tab, tally, target }: RoundTallyCardsProps) {
  const t = useTranslations("ratings.tally");
  const format = useFormat();
  const base = { tab: tab === "members" ? null : tab };
  const open = (values: Record<string, string>) => addressOf(`/ratings/${period}`, { ...base, ...values });
  const share = t("goodOrBetterNote", { share: format.share(tally.goodOrBetter, tally.rated) });
  const aims = target
    ? [
        t("target", { percent: format.percent(target.tenths / 1000) }),
        target.short === 0 ? t("reached") : t("short", { count: target.short }),
      ]
    : [];
  return (
    <StatCards>
      <StatCard
        value={format.number(tally.total)}
        label={t(tab === "members" ? "total" : "totalBranches")}
        href={open({})}
      />
      <StatCard value={format.number(tally.rated)} label={t("rated")} href={open({ state: "rated" })} />
      <StatCard
        value={format.number(tally.goodOrBetter)}
        label={t("goodOrBetter")}
        note={[share, ...aims].join(" · ")}
        href={open({ level: "GOOD_OR_BETTER" })}
      />
      <StatCard value={format.number(tally.notRated)} label={t("notRated")} href={open({ state: "notRated" })} />
      {tally.none > 0 && (
        <StatCard value={format.number(tally.none)} label={t("none")} href={open({ state: "none" })} />
      )}
      {tally.proposed > 0 && (
        <StatCard value={format.number(tally.proposed)} label={t("proposed")} href={open({ state: "proposed" })} />
      )}
      {tally.recorded > 0 && (
        <StatCard value={format.number(tally.recorded)} label={t("recorded")} href={open({ state: "recorded" })} />
      )}
    </StatCards>
  );
}
