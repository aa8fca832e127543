import { type Day, type DayRange, WIDEST_RANGE } from "@/lib/core/day";
import type { FileFormat, SheetCell } from "@/lib/core/files/reader/sheet";
import { cleanName, cleanText } from "@/lib/core/text/clean";
import { restoreCell } from "@/lib/core/text/spreadsheet-cell";
import { branchNamed, type NamedBranch } from "@/lib/features/imports/rules/branches";
import {
  isMarked,
  type RosterStatus,
  readEducation,
  readQualification,
  readSex,
  readStatus,
  readTheoryLevel,
  saysNothing,
} from "@/lib/features/imports/rules/choices";
import { readDay, readDayPair, readPartialDay } from "@/lib/features/imports/rules/dates";
import { cellText, isFilled } from "@/lib/features/imports/rules/grid";
import { NUMBER_FORMS, readNumber, readPhone, readRecordNumber } from "@/lib/features/imports/rules/numbers";
import type { NoticeKind, ReadCell, Repair } from "@/lib/features/imports/rules/read-cell";
import { type RecordKey, recordKeyOf } from "@/lib/features/imports/rules/record-key";
import type { TableRow } from "@/lib/features/imports/rules/tables";
import { FIELD_LENGTHS, type FieldKind, IMPORT_FIELDS, type ImportField } from "@/lib/features/imports/schema/fields";

/** Something about a cell, or about the row as a whole where no column is named. */
export type Remark<Kind> = {
  readonly kind: Kind;
  readonly field: ImportField | null;
  readonly column: number | null;
  /** What its sentence names besides the cell: another line, a message of the members' rules. */
  readonly detail?: string;
};

/** What a row of a roster says about a person. A field that is null is expressly empty; one that is absent says nothing. */
export type RosterEntry = {
  readonly line: number;
  readonly values: Readonly<Partial<Record<ImportField, string | null>>>;
  readonly branch: NamedBranch | null;
  readonly status: RosterStatus | null;
  readonly isLeftOut: boolean;
  /** The record that the row was made from, where the file is a workbook of the register: an emptied cell then empties. */
  readonly record: RecordKey | null;
  readonly repairs: readonly Remark<Repair>[];
  readonly notices: readonly Remark<NoticeKind>[];
};

/** What rows are read by: the meaning of each column, the branches there are, and the day. */
export type RowReading = {
  readonly meanings: readonly (ImportField | null)[];
  readonly branches: readonly NamedBranch[];
  readonly format: FileFormat;
  readonly today: Day;
};

const NEVER_EMPTY: readonly ImportField[] = ["sex", "birthOn", "ethnicity", "admittedOn"];
const EMPTIED: readonly FieldKind[] = ["name", "text", "day", "partialDay", "digits"];

type Draft = {
  values: Partial<Record<ImportField, string | null>>;
  branch: NamedBranch | null;
  status: RosterStatus | null;
  isLeftOut: boolean;
  record: RecordKey | null;
  repairs: Remark<Repair>[];
  notices: Remark<NoticeKind>[];
};

/** Reads a row by the meanings of its columns. A cell that cannot be taken leaves its field out and becomes a repair. */
export function entryOf(row: TableRow, reading: RowReading): RosterEntry {
  const record = recordIn(row, reading);
  const draft: Draft = { values: {}, branch: null, status: null, isLeftOut: false, record, repairs: [], notices: [] };
  for (const field of new Set(reading.meanings)) {
    if (field !== null) takeField(draft, row, field, reading);
  }
  if (!draft.values.fullName) remark(draft, "nameMissing", "fullName", columnOf(reading, "fullName"));
  return { line: row.line, ...draft };
}

function recordIn({ cells }: TableRow, reading: RowReading): RecordKey | null {
  const column = columnOf(reading, "record");
  return column === null ? null : recordKeyOf(cellText(cells[column] ?? null));
}

function takeField(draft: Draft, row: TableRow, field: ImportField, reading: RowReading): void {
  const columns = reading.meanings.flatMap((meaning, column) => (meaning === field ? [column] : []));
  const filled = columns.filter((column) => isFilled(row.cells[column] ?? null));
  const column = filled[0] ?? columns[0] ?? null;
  if (column === null) return;
  const cell = filled.length > 1 ? joined(row, filled, field) : restored(row.cells[column] ?? null);
  readField(cell, field, reading, {
    take: (read, into = field) => take(draft, read, into, column),
    draft,
    column,
  });
}

/* A name in two columns, a date in three. */
function joined(row: TableRow, columns: readonly number[], field: ImportField): SheetCell {
  const between = IMPORT_FIELDS[field] === "name" || IMPORT_FIELDS[field] === "text" ? " " : "/";
  return columns.map((column) => cellText(row.cells[column] ?? null)).join(between);
}

function restored(cell: SheetCell): SheetCell {
  return typeof cell === "string" ? restoreCell(cell) : cell;
}

type Taking = {
  readonly take: (read: ReadCell<string>, into?: ImportField) => void;
  readonly draft: Draft;
  readonly column: number;
};

function readField(cell: SheetCell, field: ImportField, reading: RowReading, { take, draft, column }: Taking): void {
  const range: DayRange = { first: WIDEST_RANGE.first, last: reading.today };
  switch (IMPORT_FIELDS[field]) {
    case "name":
    case "text":
      return take(readWords(cell, field, draft, column));
    case "day":
      return take(readDay(cell, range));
    case "partialDay":
      return take(readPartialDay(cell, range));
    case "dayPair": {
      const [admitted, official] = readDayPair(cell, range);
      take(admitted, "admittedOn");
      return take(official, "officialOn");
    }
    case "digits":
      return takeDigits(cell, field, reading, take);
    case "sex":
      return take(readSex(cell));
    case "sexColumn":
      if (!isFilled(cell)) return;
      take({ kind: "VALUE", value: field === "male" ? "MALE" : "FEMALE" }, "sex");
      if (!isMarked(cell)) take(readPartialDay(cell, range), "birthOn");
      return;
    case "education":
      return take(readEducation(cell));
    case "qualification":
      return take(readQualification(cell));
    case "theoryLevel":
      return take(readTheoryLevel(cell));
    case "branch":
      return takeBranch(cell, reading, draft, column);
    case "status": {
      const read = readStatus(cell);
      if (read.kind === "VALUE") draft.status = read.value;
      else take(read);
      return;
    }
    case "record":
      if (isFilled(cell) && draft.record === null) remark(draft, "recordUnknown", "record", column);
      return;
    default:
      draft.isLeftOut ||= isMarked(cell);
  }
}

function take(draft: Draft, read: ReadCell<string>, field: ImportField, column: number): void {
  switch (read.kind) {
    case "EMPTY":
      return empty(draft, field, column);
    case "NONE":
      draft.values[field] = null;
      return;
    case "REPAIR":
      remark(draft, read.repair, field, column);
      return;
    default:
      draft.values[field] = read.value;
      if (read.notice) draft.notices.push({ kind: read.notice, field, column });
  }
}

/* An empty cell says nothing, but in a workbook of the register somebody has emptied it. */
function empty(draft: Draft, field: ImportField, column: number): void {
  if (draft.record === null || field === "fullName") return;
  if (NEVER_EMPTY.includes(field)) remark(draft, "neededEmptied", field, column);
  else if (EMPTIED.includes(IMPORT_FIELDS[field])) draft.values[field] = null;
}

function takeDigits(cell: SheetCell, field: ImportField, reading: RowReading, take: Taking["take"]): void {
  if (field !== "idNumber" && field !== "cardNumber" && field !== "oldIdNumber" && field !== "oldCardNumber") {
    return take(readPhone(cell));
  }
  const read = readNumber(cell, NUMBER_FORMS[field], reading);
  const isOlder = read.kind === "VALUE" && read.value.length !== NUMBER_FORMS[field].length;
  if (!isOlder) return take(read);
  take(read, field === "idNumber" ? "oldIdNumber" : "oldCardNumber");
}

function takeBranch(cell: SheetCell, { branches }: RowReading, draft: Draft, column: number): void {
  const text = cellText(cell);
  if (text === "") return;
  draft.branch = branchNamed(text, branches);
  if (draft.branch === null) remark(draft, "branchUnknown", "branch", column);
}

function readWords(cell: SheetCell, field: ImportField, draft: Draft, column: number): ReadCell<string> {
  const { text, removed, corrected } =
    IMPORT_FIELDS[field] === "name" ? cleanName(cellText(cell)) : cleanText(cellText(cell));
  if (text === "") return { kind: "EMPTY" };
  if (field === "fullName" && !/\p{L}{2}/u.test(text)) return { kind: "REPAIR", repair: "nameMissing" };
  if (field !== "fullName" && saysNothing(text)) return { kind: "NONE" };
  if (text.length > (FIELD_LENGTHS[field] ?? 200)) return { kind: "REPAIR", repair: "tooLong" };
  if (removed) draft.notices.push({ kind: "invisibleRemoved", field, column });
  if (corrected) draft.notices.push({ kind: "lettersCorrected", field, column });
  return field === "recordNumber" ? readRecordNumber(text) : { kind: "VALUE", value: text };
}

function remark(draft: Draft, kind: Repair, field: ImportField, column: number | null): void {
  if (draft.repairs.some((one) => one.kind === kind && one.field === field)) return;
  draft.repairs.push({ kind, field, column });
}

function columnOf({ meanings }: RowReading, field: ImportField): number | null {
  const column = meanings.indexOf(field);
  return column === -1 ? null : column;
}
