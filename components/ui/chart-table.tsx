import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";

type Place = { id: string; cells: readonly ReactNode[] };

type ChartTableProps = { caption: string; headers: readonly string[]; rows: readonly (readonly ReactNode[])[] };

/** The figures of a chart as a table, folded away until asked for; the first column heads each row. */
export function ChartTable({ caption, headers, rows }: ChartTableProps) {
  const t = useTranslations("common.chart");
  const places = rows.map((cells, place) => ({ id: String(place), cells }));
  return (
    <Disclosure summary={t("showTable")}>
      <Table<Place>
        caption={caption}
        keepTable
        rows={places}
        rowId={(row) => row.id}
        columns={headers.map((header, place) => ({
          id: String(place),
          header,
          numeric: place > 0,
          card: place === 0 ? "title" : "fact",
          cell: (row) => row.cells[place],
        }))}
      />
    </Disclosure>
  );
}
