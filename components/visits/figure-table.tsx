import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { VisitFigures } from "@/lib/features/visits/queries/year-figures";

type FigureTableProps = {
  caption: string;
  nameHead: string;
  rows: readonly VisitFigures[];
  /** The year and filter of the page, with the row's own person or branch in it. */
  questionOf: (id: string) => Readonly<Record<string, string | number | null>>;
};

/** Figures by person or branch; each number opens the list of exactly that many. */
export function FigureTable({ caption, nameHead, rows, questionOf }: FigureTableProps) {
  const t = useTranslations("visits.figures");
  const linked = (path: string, count: number, id: string, more: Readonly<Record<string, string>> = {}) => (
    <Link href={addressOf(path, { ...questionOf(id), ...more })} prefetch={false}>
      {count}
    </Link>
  );
  const columns: Column<VisitFigures>[] = [
    {
      id: "name",
      header: nameHead,
      card: "title",
      cell: ({ id, name }) => (
        <Link href={addressOf("/visits", questionOf(id))} prefetch={false}>
          {name}
        </Link>
      ),
    },
    {
      id: "attended",
      header: t("attended"),
      numeric: true,
      cell: ({ id, attended }) => linked("/visits/meetings", attended, id, { part: "ATTENDED" }),
    },
    {
      id: "meetings",
      header: t("meetings"),
      numeric: true,
      cell: ({ id, meetings }) => linked("/visits/meetings", meetings, id),
    },
    { id: "reports", header: t("reports"), numeric: true, cell: ({ id, reports }) => linked("/visits", reports, id) },
    {
      id: "raised",
      header: t("raised"),
      numeric: true,
      cell: ({ id, raised }) => linked("/difficulties", raised, id),
    },
    {
      id: "inTime",
      header: t("solvedInTime"),
      numeric: true,
      cell: ({ id, solvedInTime }) => linked("/difficulties", solvedInTime, id, { standing: "SOLVED_IN_TIME" }),
    },
    {
      id: "overdue",
      header: t("overdue"),
      numeric: true,
      cell: ({ id, overdue }) => linked("/difficulties", overdue, id, { standing: "OVERDUE" }),
    },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowId={(row) => row.id} />;
}
