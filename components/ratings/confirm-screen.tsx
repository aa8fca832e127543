import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/ratings/confirm-form";
import { LevelTag } from "@/components/ratings/rating-tags";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { LineToConfirm, ToConfirm } from "@/lib/features/ratings/queries/list-to-confirm";

type ConfirmScreenProps = {
  view: ToConfirm;
  bodyName: string;
  backHref: string;
  refusals: ReadonlyMap<string, string>;
};

/** What a leader is about to make final, line by line, proposal beside decision; and what somebody else has to confirm. */
export function ConfirmScreen({ view, bodyName, backHref, refusals }: ConfirmScreenProps) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const { round, lines, mayConfirm } = view;
  const mine = mayConfirm ? lines.filter((line) => line.obstacle === null) : [];
  const others = lines.filter((line) => !mine.includes(line));
  if (lines.length === 0) {
    return (
      <EmptyState title={t("form.nothingToConfirm")} explain={t("form.nothingToConfirmExplain")}>
        <ButtonLink href={backHref}>{t("actions.back", { period: format.yearOrQuarter(round.period) })}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      {!mayConfirm && <Notice tone="info">{t("form.onlyLeader")}</Notice>}
      {mine.length > 0 && (
        <>
          <p className="prose-line">{t("form.confirmLead")}</p>
          <LinesToConfirm lines={mine} bodyName={bodyName} />
          <ConfirmForm
            period={round.period}
            roundId={round.id}
            ratings={mine}
            overCapByReason={round.parameters.memberCap.overCap.value === "BLOCK" ? "NOT_ALLOWED" : "ASKED"}
            backHref={backHref}
          />
        </>
      )}
      {others.length > 0 && (
        <Card title={t("form.othersConfirm")}>
          <ul className="grid gap-2">
            {others.map((line) => (
              <li key={line.ratingId} className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{line.name ?? bodyName}</span>
                <LevelTag level={line.level} notRatedReason={line.notRatedReason} />
                {line.obstacle && mayConfirm && <span className="text-ink-2">{refusals.get(line.obstacle)}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function LinesToConfirm({ lines, bodyName }: { lines: readonly LineToConfirm[]; bodyName: string }) {
  const t = useTranslations("ratings");
  const columns: Column<LineToConfirm>[] = [
    { id: "name", header: t("columns.name"), card: "title", cell: (line) => line.name ?? bodyName },
    {
      id: "branch",
      header: t("columns.branch"),
      card: "wide",
      cell: (line) => (line.subject === "MEMBER" ? line.branch : t(`tabs.${line.branchId ? "branches" : "committee"}`)),
    },
    {
      id: "proposed",
      header: t("columns.proposed"),
      cell: (line) => (line.isCorrection ? <Corrected line={line} /> : <Proposed line={line} />),
    },
    { id: "decided", header: t("columns.decided"), cell: (line) => <Decided line={line} /> },
  ];
  const caption = t("form.confirmCount", { count: lines.length });
  return <Table caption={caption} columns={columns} rows={lines} rowId={(line) => line.ratingId} />;
}

function Proposed({ line }: { line: LineToConfirm }) {
  return <LevelTag level={line.proposedLevel} notRatedReason={line.proposedLevel ? null : line.notRatedReason} />;
}

function Corrected({ line }: { line: LineToConfirm }) {
  const t = useTranslations("ratings");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Tag tone="warn">{t("waits")}</Tag>
      <span>{t("detail.oldResult")}:</span>
      <LevelTag level={line.before} notRatedReason={line.before ? null : "OTHER"} />
    </span>
  );
}

function Decided({ line }: { line: LineToConfirm }) {
  const t = useTranslations("ratings.committee");
  const format = useFormat();
  const { level, notRatedReason, decisionNumber, decidedOn } = line;
  return (
    <>
      <LevelTag level={level} notRatedReason={notRatedReason} />
      {decisionNumber && decidedOn && (
        <span className="block font-normal text-ink-2">
          {t("decision", { number: decisionNumber, day: format.day(decidedOn) })}
        </span>
      )}
    </>
  );
}
