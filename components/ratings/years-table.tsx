import Link from "next/link";
import { useTranslations } from "next-intl";
import { LevelTag } from "@/components/ratings/rating-tags";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RoundLine } from "@/lib/features/ratings/queries/list-rounds";

/** The years and quarters that have been rated, newest first; each number opens its list. */
export function YearsTable({ rounds }: { rounds: readonly RoundLine[] }) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const better = ({ EXCELLENT, GOOD }: RoundLine["levels"]) => EXCELLENT + GOOD;
  const rated = ({ EXCELLENT, GOOD, COMPLETED, FAILED }: RoundLine["levels"]) => EXCELLENT + GOOD + COMPLETED + FAILED;
  const columns: Column<RoundLine>[] = [
    {
      id: "year",
      header: t("year"),
      card: "title",
      cell: (row) => (
        <Link href={`/ratings/${row.period}`} prefetch={false}>
          {row.period.includes("-q") ? format.yearOrQuarter(row.period) : row.period}
        </Link>
      ),
    },
    {
      id: "better",
      header: t("columns.goodOrBetter"),
      numeric: true,
      cell: (row) => (
        <Link href={addressOf(`/ratings/${row.period}`, { level: "GOOD_OR_BETTER" })} prefetch={false}>
          {format.share(better(row.levels), rated(row.levels))}
        </Link>
      ),
    },
    {
      id: "branches",
      header: t("columns.branches"),
      numeric: true,
      cell: (row) => (
        <Link href={addressOf(`/ratings/${row.period}`, { tab: "branches", level: "GOOD_OR_BETTER" })} prefetch={false}>
          {format.share(better(row.branches), rated(row.branches))}
        </Link>
      ),
    },
    {
      id: "committee",
      header: t("columns.committee"),
      card: "status",
      cell: (row) => <LevelTag level={row.committee} />,
    },
    ...(["EXCELLENT", "GOOD", "COMPLETED", "FAILED"] as const).map(
      (level): Column<RoundLine> => ({
        id: level,
        header: t(
          `columns.${level === "EXCELLENT" ? "excellent" : level === "GOOD" ? "good" : level === "COMPLETED" ? "completed" : "failed"}`,
        ),
        numeric: true,
        card: "wide",
        cell: (row) => (
          <Link href={addressOf(`/ratings/${row.period}`, { level })} prefetch={false}>
            {format.number(row.levels[level])}
          </Link>
        ),
      }),
    ),
    {
      id: "notRated",
      header: t("columns.notRated"),
      numeric: true,
      card: "wide",
      cell: (row) => (
        <Link href={addressOf(`/ratings/${row.period}`, { state: "notRated" })} prefetch={false}>
          {format.number(row.notRated)}
        </Link>
      ),
    },
  ];
  return <Table caption={t("caption.years")} columns={columns} rows={rounds} rowId={(row) => row.period} />;
}
