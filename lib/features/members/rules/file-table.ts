import type { AuditValues } from "@/lib/core/audit";
import type { Day } from "@/lib/core/day";
import type { TableFile } from "@/lib/core/files/table-file";
import type { MemberFilters, MemberRow } from "@/lib/features/members/queries/list-members";
import type { MemberFileColumn } from "@/lib/features/members/schema";

/** What a file of members is: its columns, its number, its day, its filters, and for what it was taken if that was asked. */
export type MemberFileFacts = {
  readonly columns: readonly MemberFileColumn[];
  readonly serial: string;
  readonly on: Day;
  readonly filters: MemberFilters;
  readonly purpose: string | null;
};

/** The words a file of members is written in, given by the caller in the reader's language. */
export type MemberFileWords = {
  readonly sheet: string;
  readonly columns: Readonly<Record<MemberFileColumn, string>>;
  readonly value: (stored: string | null) => string | null;
  /** The lines above the table, and what the hidden sheet repeats of them. */
  readonly head: (facts: MemberFileFacts & { readonly count: number }) => Pick<TableFile, "head" | "stamp">;
};

const widths: Record<MemberFileColumn, number> = {
  number: 6,
  fullName: 26,
  sex: 9,
  birthOn: 13,
  ethnicity: 12,
  branch: 28,
  admittedOn: 14,
  officialOn: 15,
  cardNumber: 16,
  education: 20,
  theoryLevel: 14,
  status: 16,
  rating: 28,
};

/* What an address says of the view, not of who is in the list. */
const VIEW = ["sort", "on", "page", "size", "cols"];

const dayColumns: readonly MemberFileColumn[] = ["birthOn", "admittedOn", "officialOn"];

/** The rows as a table of these columns, in their order. */
export function membersTable(rows: readonly MemberRow[], facts: MemberFileFacts, words: MemberFileWords): TableFile {
  const { columns, serial, on } = facts;
  return {
    sheet: words.sheet,
    serial,
    ...words.head({ ...facts, count: rows.length }),
    columns: columns.map((column) => ({
      header: words.columns[column],
      kind: dayColumns.includes(column) ? "day" : column === "number" ? "number" : "text",
      width: widths[column],
    })),
    rows: rows.map((row, index) => columns.map((column) => cellOf(row, column, index, { of: words, on }))),
  };
}

function cellOf(
  row: MemberRow,
  column: MemberFileColumn,
  index: number,
  { of, on }: { of: MemberFileWords; on: Day },
): string | number | null {
  switch (column) {
    case "number":
      return index + 1;
    case "sex":
    case "education":
    case "theoryLevel":
      return of.value(row[column]);
    case "status":
      return of.value(row.activity ?? (row.officialOn !== null && row.officialOn <= on ? "OFFICIAL" : "PROBATIONARY"));
    case "rating":
      return of.value(row.isNotRated ? "NOT_RATED" : row.level);
    default:
      return row[column];
  }
}

/** What a list was narrowed by, as the trail keeps it: the filters in use, a branch by the name it has in the list. */
export function narrowing({ branch, ...filters }: MemberFilters, rows: readonly MemberRow[]): AuditValues {
  const used = Object.entries(filters).filter(([name, value]) => value && !VIEW.includes(name));
  return { ...Object.fromEntries(used), ...(branch && { branch: rows[0]?.branch ?? null }) };
}
