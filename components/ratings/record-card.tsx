import { useTranslations } from "next-intl";
import { LevelTag } from "@/components/ratings/rating-tags";
import { Card } from "@/components/ui/card";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RatingRecord } from "@/lib/features/ratings/queries/rating-records";
import type { VoteInput } from "@/lib/features/ratings/schema";

/** One record of a rating: the branch's part with its ballots, and the decision with its paper. */
export function RecordCard({ title, record }: { title: string; record: RatingRecord }) {
  const t = useTranslations("ratings");
  return (
    <Card title={title}>
      <div className="grid gap-4">
        <BranchPart record={record} />
        {record.decision && <DecisionPart record={record} />}
        {record.correctionReason && (
          <p>
            <span className="text-ink-2">{t("detail.reasonGiven")}: </span>
            {record.correctionReason}
          </p>
        )}
      </div>
    </Card>
  );
}

function BranchPart({ record }: { record: RatingRecord }) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const { proposedLevel, notRatedReason, votedOn, note, proposedBy, vote } = record;
  if (proposedLevel === null && notRatedReason === null) return null;
  const reason = proposedLevel === null ? notRatedReason : null;
  const facts: Fact[] = [
    { term: t("detail.proposal"), value: <LevelTag level={proposedLevel} notRatedReason={reason} /> },
    { term: t("detail.votedOn"), value: votedOn && format.day(votedOn) },
    ...(note ? [{ term: t("detail.note"), value: note }] : []),
    ...(proposedBy ? [{ term: t("detail.proposedBy"), value: proposedBy }] : []),
    ...(vote ? [] : [{ term: t("detail.vote"), value: t("detail.noVote") }]),
  ];
  return (
    <>
      <DescriptionList facts={facts} />
      {vote && <VoteSheet vote={vote} />}
    </>
  );
}

const BALLOTS = [
  ["votesExcellent", "excellent"],
  ["votesGood", "good"],
  ["votesCompleted", "completed"],
  ["votesFailed", "failed"],
  ["votesInvalid", "invalid"],
] as const;

/** The totals of the branch's ballots; never who voted how. */
function VoteSheet({ vote }: { vote: VoteInput }) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const cast = BALLOTS.reduce((sum, [, part]) => sum + vote[part], 0);
  const { given, returned, invalid } = vote;
  const handled = [
    { term: t("form.ballotsGiven"), value: given === null ? t("detail.notTold") : format.number(given) },
    { term: t("form.ballotsReturned"), value: returned === null ? t("detail.notTold") : format.number(returned) },
    { term: t("detail.ballotsValid"), value: format.number(cast - invalid) },
  ];
  return (
    <div className="grid gap-2">
      <p>
        <span className="font-semibold">{t("detail.vote")}: </span>
        {t("detail.voteOf", { cast, base: vote.base })}
      </p>
      <DescriptionList
        facts={[
          ...handled,
          ...BALLOTS.map(([word, part]) => ({ term: t(`form.${word}`), value: format.number(vote[part]) })),
        ]}
      />
    </div>
  );
}

function DecisionPart({ record }: { record: RatingRecord }) {
  const t = useTranslations("ratings.detail");
  const format = useFormat();
  const { decision, level, notRatedReason, recordedBy, confirmedBy, confirmedAt } = record;
  if (decision === null) return null;
  const confirmed = confirmedBy ?? (confirmedAt && "–");
  const facts: Fact[] = [
    { term: t("decision"), value: <LevelTag level={level} notRatedReason={notRatedReason} /> },
    { term: t("number"), value: decision.number },
    { term: t("on"), value: format.day(decision.on) },
    { term: t("minutes"), value: decision.minutesNumber },
    { term: t("present"), value: format.number(decision.presentCount) },
    ...(recordedBy ? [{ term: t("recordedBy"), value: recordedBy }] : []),
    ...(confirmedAt ? [{ term: t("confirmedBy"), value: `${confirmed} · ${format.moment(confirmedAt)}` }] : []),
  ];
  return <DescriptionList facts={facts} />;
}
