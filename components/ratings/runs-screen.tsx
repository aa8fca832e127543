import Link from "next/link";
import { useTranslations } from "next-intl";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import type { RunLine, RunsView } from "@/lib/features/ratings/queries/list-runs";
import { RUN_LEVELS, type RunLevel } from "@/lib/features/ratings/schema/runs";

/** Who has had one level for years: a card for each level, with the number of years, its source and how sure it is. */
export function RunsScreen({ view }: { view: RunsView }) {
  return RUN_LEVELS.map((level) => <RunCard key={level} level={level} view={view} />);
}

function RunCard({ level, view: { round, lines } }: { level: RunLevel; view: RunsView }) {
  const t = useTranslations("ratingRuns");
  const { excellentYears, failedYears } = round.parameters;
  const needed = level === "EXCELLENT" ? excellentYears : failedYears;
  const own = lines.filter((line) => line.level === level);
  return (
    <Card title={t(level, { years: needed.value })}>
      <div className="grid gap-3">
        <p>
          {t(`then.${level}`)} <CertaintyTag certainty={needed.certainty} />{" "}
          <span className="text-ink-2">{needed.citation ?? round.document}</span>
        </p>
        {own.length === 0 ? <p>{t("none")}</p> : <RunTable year={round.year} lines={own} />}
      </div>
    </Card>
  );
}

function RunTable({ year, lines }: { year: number; lines: readonly RunLine[] }) {
  const t = useTranslations("ratingRuns");
  const columns: Column<RunLine>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ ratingId, name }) => (
        <Link href={`/ratings/${year}/${ratingId}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "branch", header: t("columns.branch"), cell: ({ branch }) => branch },
    {
      id: "years",
      header: t("columns.years"),
      cell: ({ years }) => t("since", { years, from: String(year - years + 1) }),
    },
  ];
  return (
    <Table
      caption={t("caption", { count: lines.length })}
      columns={columns}
      rows={lines}
      rowId={({ ratingId }) => ratingId}
    />
  );
}
