import { useTranslations } from "next-intl";
import { LevelTag } from "@/components/ratings/rating-tags";
import { Card } from "@/components/ui/card";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { type Column, Table } from "@/components/ui/table";
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
  ];
  return (
    <>
      <DescriptionList facts={facts} />
      {vote ? <VoteSheet vote={vote} /> : <p className="text-ink-2">{t("detail.noVote")}</p>}
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
  const rows = BALLOTS.map(([word, part]) => ({ word, count: vote[part] }));
  const cast = rows.reduce((sum, row) => sum + row.count, 0);
  const columns: Column<(typeof rows)[number]>[] = [
    { id: "level", header: t("detail.vote"), card: "title", cell: (row) => t(`form.${row.word}`) },
    { id: "count", header: t("detail.ballots"), numeric: true, cell: (row) => format.number(row.count) },
  ];
  return (
    <Table
      caption={t("detail.voteOf", { cast, base: vote.base })}
      columns={columns}
      rows={rows}
      rowId={(row) => row.word}
      keepTable
    />
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
