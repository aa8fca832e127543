import { useTranslations } from "next-intl";
import type { Initial } from "@/components/members/initials";
import type { ListState } from "@/components/members/list-address";
import { memberCell } from "@/components/members/member-cell";
import { type MemberColumn, tableColumns } from "@/components/members/member-columns";
import { useMemberWords } from "@/components/members/use-member-words";
import { DataTable } from "@/components/ui/data-table";
import type { Tone } from "@/components/ui/tag";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberRow } from "@/lib/features/members/queries/list-members";

type MemberTableProps = {
  rows: readonly MemberRow[];
  columns: readonly MemberColumn[];
  state: ListState;
  on: Day;
  ratingYear: number;
  caption: string;
  initials: readonly Initial[];
};

/* The usual status is a plain word; only what deviates is marked. */
const statusTones: Record<string, Tone> = {
  PROBATIONARY: "info",
  EXEMPT: "draft",
  SUSPENDED: "warn",
  INTERRUPTED: "warn",
};

/**
 * Members of a list as a table, written on the server so that the browser gets plain arrays. What recurs in a column
 * travels once: the cells then hold its place among the column's words.
 */
export function MemberTable({ rows, columns, state, on, ratingYear, caption, initials }: MemberTableProps) {
  const t = useTranslations("members");
  const format = useFormat();
  const { sex, education, qualification, theory, status, levels } = useMemberWords();
  const words: Partial<Record<MemberColumn, Record<string, string>>> = {
    branch: {},
    ethnicity: {},
    sex,
    education,
    qualification,
    theory,
    status,
    rating: levels,
  };
  const filled = columns.map((column) => {
    const cells = rows.map((row) => memberCell(row, column, on, format));
    const codes = words[column] ? [...new Set(cells.filter((cell) => cell !== null))] : null;
    const values = codes?.map((code) => ({ word: words[column]?.[code] ?? code, tone: statusTones[code] })) ?? null;
    const header = column === "rating" ? t("columns.ratingOf", { year: String(ratingYear) }) : t(`columns.${column}`);
    return { column, header, values, cells: codes ? cells.map((cell) => placeOf(cell, codes)) : cells };
  });
  return (
    <DataTable
      caption={caption}
      idAt={0}
      anchors={Object.fromEntries(initials.map(({ rowId, anchor }) => [rowId, anchor]))}
      columns={tableColumns(
        columns,
        state,
        t("columns.name"),
        (column) => filled.find((one) => one.column === column) ?? { header: "", values: null },
      )}
      rows={rows.map((row, line) => [row.id, row.fullName, ...filled.map(({ cells }) => cells[line] ?? null)])}
    />
  );
}

function placeOf(cell: string | null, codes: readonly string[]): number | null {
  return cell === null ? null : codes.indexOf(cell);
}
