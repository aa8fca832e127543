import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import type { Day } from "@/lib/core/day";
import { authorize } from "@/lib/core/errors";
import { newSerial, type TableFile } from "@/lib/core/files/table-file";
import { readAs } from "@/lib/core/query";
import { canExportSensitive, visibleForExport } from "@/lib/features/members/policy";
import { listAllMembers, type MemberFilters, type MemberRow } from "@/lib/features/members/queries/list-members";

/** The words an exported list is written in, by the stored value or column; given by the caller in the reader's language. */
export type MemberFileWords = {
  readonly sheet: string;
  readonly columns: Readonly<Record<MemberColumn, string>>;
  readonly value: (stored: string | null) => string | null;
  readonly head: (facts: { count: number; serial: string }) => string[];
};

/** A column of the exported list. */
export type MemberColumn =
  | "number"
  | "fullName"
  | "sex"
  | "birthOn"
  | "ethnicity"
  | "branch"
  | "admittedOn"
  | "officialOn"
  | "cardNumber"
  | "education"
  | "theoryLevel"
  | "status"
  | "rating";

const widths: Record<MemberColumn, number> = {
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

const dayColumns: readonly MemberColumn[] = ["birthOn", "admittedOn", "officialOn"];

/**
 * The list of members as a file, with the filters and the order of the screen, of the branches the reader may take away.
 * Refuses with FORBIDDEN who may only look. Ethnicity is in it for those who may export it; ID numbers never are.
 * Every file leaves a row in the access log.
 */
export async function getMembersFile(
  actor: Actor,
  filters: MemberFilters,
  on: Day,
  of: { format: "xlsx" | "csv"; words: MemberFileWords },
): Promise<TableFile> {
  const allowed = visibleForExport(actor);
  authorize(allowed.all || allowed.branchIds.length > 0);
  const listed = await listAllMembers(actor, filters, on);
  const rows = listed.filter((row) => allowed.all || allowed.branchIds.includes(row.branchId));
  const serial = newSerial();
  const columns = columnsFor(actor);
  await readAs(actor, (tx) =>
    logAccess(tx, actor, {
      type: "members.exported",
      params: {
        format: of.format,
        rows: rows.length,
        on,
        serial,
        columns: columns.length,
        filter: filterText(filters),
      },
    }),
  );
  return {
    sheet: of.words.sheet,
    serial,
    head: of.words.head({ count: rows.length, serial }),
    columns: columns.map((column) => ({
      header: of.words.columns[column],
      kind: dayColumns.includes(column) ? "day" : column === "number" ? "number" : "text",
      width: widths[column],
    })),
    rows: rows.map((row, index) => columns.map((column) => cellOf(row, column, index, { of: of.words, on }))),
  };
}

function columnsFor(actor: Actor): MemberColumn[] {
  const all: MemberColumn[] = Object.keys(widths).filter((column): column is MemberColumn => column in widths);
  return canExportSensitive(actor) ? all : all.filter((column) => column !== "ethnicity");
}

function cellOf(
  row: MemberRow,
  column: MemberColumn,
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

function filterText(filters: MemberFilters): string {
  const used = Object.entries(filters).filter(([name, value]) => value && name !== "sort");
  return used.map(([name, value]) => `${name}=${value}`).join(" ");
}
