import { useTranslations } from "next-intl";
import { LevelTag, StepTag } from "@/components/ratings/rating-tags";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/states";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type CommitteeResultProps = {
  period: RatingPeriod;
  line: RoundView["committee"];
  mayRecord: boolean;
  superiorName: string | null;
};

/** The Party organisation's own rating, which the body above decides. */
export function CommitteeResult({ period, line, mayRecord, superiorName }: CommitteeResultProps) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const record = mayRecord && <ButtonLink href={`/ratings/${period}/committee`}>{t("committee.record")}</ButtonLink>;
  if (line === null) {
    return (
      <EmptyState title={t("committee.none")} explain={t("committee.noneExplain")}>
        {record}
      </EmptyState>
    );
  }
  const { decisionNumber, decidedOn, ratingId } = line;
  return (
    <Card
      title={t("tabs.committee")}
      actions={
        <>
          {record}
          {ratingId && <ButtonLink href={`/ratings/${period}/${ratingId}`}>{t("detail.decision")}</ButtonLink>}
        </>
      }
    >
      <DescriptionList
        facts={[
          { term: t("columns.decided"), value: <LevelTag level={line.level} /> },
          { term: t("columns.step"), value: <StepTag step={line.step} waits={line.waits} /> },
          {
            term: t("detail.number"),
            value:
              decisionNumber &&
              decidedOn &&
              t("committee.decision", { number: decisionNumber, day: format.day(decidedOn) }),
          },
        ]}
      />
      {superiorName && <p className="mt-3 text-ink-2">{t("committee.decidedBy", { name: superiorName })}</p>}
    </Card>
  );
}
