import { type ReactNode, useId } from "react";
import { ScrollBox } from "@/components/ui/scroll-box";
import { HeadCell } from "@/components/ui/table-head";
import type { CardRole, ColumnSort, Density } from "@/components/ui/table-sort";

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  card?: CardRole;
  sort?: ColumnSort;
  /** What stands in the foot under this column. */
  foot?: ReactNode;
};

type TableProps<Row> = {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  isSelected?: (row: Row) => boolean;
  density?: Density;
  /** Small tables that fit a phone stay tables. */
  keepTable?: boolean;
};

/** A table drawn on the server, for up to some fifty rows; longer lists take `DataTable`. */
export function Table<Row>({ caption, columns, rows, rowId, isSelected, density, keepTable }: TableProps<Row>) {
  const captionId = useId();
  return (
    <ScrollBox labelledBy={captionId}>
      <table className={keepTable ? "table" : "table as-cards"} data-density={density}>
        <caption id={captionId}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} header={column.header} numeric={column.numeric} sort={column.sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} data-selected={isSelected?.(row) || undefined}>
              {columns.map((column) => (
                <BodyCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {columns.some((column) => column.foot !== undefined) && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)} data-h={labelOf(column)}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollBox>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.card === "title") return <th scope="row">{column.cell(row)}</th>;
  return (
    <td className={cellClass(column)} data-h={labelOf(column)}>
      {column.cell(row)}
    </td>
  );
}

function labelOf({ card = "fact", header }: Column<never>): string | undefined {
  return card === "fact" ? header : undefined;
}

function cellClass({ card, numeric }: Column<never>): string | undefined {
  const names = [card === "wide" ? "wide" : null, numeric ? "num" : null].filter((name) => name !== null);
  return names.length > 0 ? names.join(" ") : undefined;
}
