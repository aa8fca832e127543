import { useTranslations } from "next-intl";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchPapers, RoundPapers } from "@/lib/features/ratings/queries/list-round-papers";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** What can be taken away of a round as Word or Excel: of the whole, decision by decision, and branch by branch. */
export function RoundPapersScreen({ papers: { round, whole, branches } }: { papers: RoundPapers }) {
  const t = useTranslations("ratings.papers");
  const { period } = round;
  return (
    <>
      {whole && (
        <>
          <Card title={t("whole")}>
            <p className="mb-3">{t("summaryLead", { count: whole.members })}</p>
            <Actions>
              <ButtonLink href={`/api/export/rating-summary/${period}`} download>
                {t("summaryWord")}
              </ButtonLink>
              <ButtonLink href={addressOf(`/api/export/rating-summary/${period}`, { as: "xlsx" })} download>
                {t("summaryExcel")}
              </ButtonLink>
            </Actions>
          </Card>
          <Card title={t("decisions")}>
            <Decisions period={period} decisions={whole.decisions} />
          </Card>
        </>
      )}
      <Card title={t("branches")}>
        {!whole && <Notice tone="info">{t("own")}</Notice>}
        {branches.length === 0 ? (
          <p>{t("nobody")}</p>
        ) : (
          <BranchTable period={period} branches={branches} withNotice={whole !== null} />
        )}
      </Card>
    </>
  );
}

type DecisionsProps = { period: RatingPeriod; decisions: NonNullable<RoundPapers["whole"]>["decisions"] };

function Decisions({ period, decisions }: DecisionsProps) {
  const t = useTranslations("ratings.papers");
  const format = useFormat();
  if (decisions.length === 0) return <p>{t("noDecisions")}</p>;
  return (
    <ul className="grid gap-1">
      {decisions.map(({ number, on, count }) => (
        <li key={`${on} ${number}`}>
          <a href={addressOf(`/api/export/rating-decision/${period}`, { number, on })} download>
            {t("decision", { number, day: format.day(on) })}
          </a>{" "}
          <span className="text-ink-2">({t("decisionCount", { count })})</span>
        </li>
      ))}
    </ul>
  );
}

type BranchTableProps = { period: RatingPeriod; branches: readonly BranchPapers[]; withNotice: boolean };

function BranchTable({ period, branches, withNotice }: BranchTableProps) {
  const t = useTranslations("ratings.papers");
  const column = (
    paper: "vote" | "proposal" | "notice",
    count: (of: BranchPapers) => number,
  ): Column<BranchPapers> => ({
    id: paper,
    header: t(paper),
    cell: (of) => <Take period={period} paper={paper} of={of} count={count(of)} />,
  });
  const columns: Column<BranchPapers>[] = [
    { id: "branch", header: t("branch"), card: "title", cell: ({ branch }) => branch },
    column("vote", ({ voted }) => voted),
    column("proposal", ({ proposed }) => proposed),
    ...(withNotice ? [column("notice", ({ decided }) => decided)] : []),
  ];
  return (
    <Table
      caption={t("branchCaption", { count: branches.length })}
      columns={columns}
      rows={branches}
      rowId={({ branchId }) => branchId}
    />
  );
}

type TakeProps = { period: RatingPeriod; paper: "vote" | "proposal" | "notice"; of: BranchPapers; count: number };

function Take({ period, paper, of: { branchId, branch }, count }: TakeProps) {
  const t = useTranslations("ratings.papers");
  if (count === 0) return <span className="text-ink-2">{t("nothing")}</span>;
  return (
    <a
      href={addressOf(`/api/export/rating-${paper}/${period}`, { branch: branchId })}
      download
      aria-label={t("takeOf", { count, paper: t(paper), branch })}
    >
      {t("take", { count })}
    </a>
  );
}
