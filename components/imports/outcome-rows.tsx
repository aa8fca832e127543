import Link from "next/link";
import { useTranslations } from "next-intl";
import { useValueWords } from "@/components/imports/use-value-words";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import type { OutcomeRow } from "@/lib/features/imports/queries/list-outcome-rows";

/** The rows of a file that come out alike, each with what would change in the register. */
export function OutcomeRows({ caption, rows }: { caption: string; rows: readonly OutcomeRow[] }) {
  const t = useTranslations("imports");
  const words = useValueWords();
  if (rows.length === 0) return <EmptyState title={t("rows.none")} />;
  const columns: Column<OutcomeRow>[] = [
    {
      id: "name",
      header: t("rows.name"),
      card: "title",
      cell: (row) =>
        row.memberId ? (
          <Link href={`/members/${row.memberId}`} prefetch={false}>
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    { id: "line", header: t("rows.line"), numeric: true, cell: (row) => row.line },
    {
      id: "changes",
      header: t("rows.changes"),
      cell: (row) => (
        <ul>
          {row.differences.map(({ field, before, after }) => (
            <li key={field}>
              {t("rows.change", { field: t(`fields.${field}`), before: words(before), after: words(after) })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  const hasChanges = rows.some((row) => row.differences.length > 0);
  return (
    <Table
      caption={caption}
      columns={hasChanges ? columns : columns.slice(0, 2)}
      rows={rows}
      rowId={(row) => String(row.line)}
    />
  );
}
