import Link from "next/link";
import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TrendTally, TrendYear } from "@/lib/features/dashboard/rules/trend";

/** The years beside each other in one small table. */
export function TrendTable({ trend }: { trend: readonly TrendYear[] }) {
  const t = useTranslations("dashboard");
  if (trend.length === 0) return null;
  return (
    <Table
      caption={t("trend.title")}
      keepTable
      rows={trend}
      rowId={(row) => String(row.year)}
      columns={[
        {
          id: "year",
          header: t("trend.year"),
          card: "title",
          cell: (row) => (
            <Link href={row.href} prefetch={false}>
              {row.year}
            </Link>
          ),
        },
        { id: "members", header: t("trend.members"), cell: (row) => <ShareLink tally={row.members} /> },
        { id: "branches", header: t("trend.branches"), cell: (row) => <ShareLink tally={row.branches} /> },
        { id: "committee", header: t("trend.committee"), cell: (row) => <CommitteeLevel row={row} /> },
      ]}
    />
  );
}

function ShareLink({ tally }: { tally: TrendTally | null }) {
  const format = useFormat();
  if (tally === null) return "–";
  const words = format.share(tally.share.numerator, tally.share.denominator);
  return tally.href === null ? (
    words
  ) : (
    <Link href={tally.href} prefetch={false}>
      {words}
    </Link>
  );
}

function CommitteeLevel({ row }: { row: TrendYear }) {
  const t = useTranslations("dashboard");
  if (row.committee === null) return "–";
  const word = t(`levelLabels.${row.committee.level}`);
  return row.committee.href === null ? (
    word
  ) : (
    <Link href={row.committee.href} prefetch={false}>
      {word}
    </Link>
  );
}
