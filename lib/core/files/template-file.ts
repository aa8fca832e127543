import "server-only";
import { writeXlsx } from "hucre/xlsx";
import { neutralizeCell } from "@/lib/core/text/spreadsheet-cell";

/** A column of a template: its head, an example, and what may be chosen in it. */
export type TemplateColumn = { readonly head: string; readonly sample: string; readonly choices: readonly string[] };

/** A column of a book that is edited in a spreadsheet and comes back. */
export type BookColumn = {
  readonly head: string;
  readonly access: "EDIT" | "READ" | "HIDDEN";
  readonly choices: readonly string[];
};

const ROWS = 500;
const WIDTH = 18;
/* Longer lists do not fit the rule of a cell and stand in a sheet of their own. */
const CHOICES_SHEET = "choices";
const HEAD = { font: { bold: true }, numFmt: "@", protection: { locked: true } };

/** A workbook to be filled in: one row of heads, a sample row, text in every cell, and lists to choose from. */
export async function templateFile(
  sheet: string,
  columns: readonly TemplateColumn[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(() => ({ width: WIDTH, numFmt: "@" })),
        rows: [columns.map((column) => column.head), columns.map((column) => column.sample || null)],
        freezePane: { rows: 1 },
        dataValidations: validations(columns),
      },
      choicesSheet(columns),
    ],
  });
  return new Uint8Array(bytes);
}

/**
 * A book to be edited and brought back: text in every cell, lists to choose from, the heads and the columns to read locked,
 * and what names the rows hidden. The lock guards against slips of the hand, it keeps nobody out.
 */
export async function bookFile(
  sheet: string,
  columns: readonly BookColumn[],
  rows: readonly (readonly (string | null)[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ access }) => ({
          width: WIDTH,
          hidden: access === "HIDDEN",
          style: { numFmt: "@", protection: { locked: access !== "EDIT" } },
        })),
        rows: [
          columns.map(({ head }) => head),
          ...rows.map((row) => row.map((text) => (text === null ? null : neutralizeCell(text)))),
        ],
        cells: new Map(columns.map((_, place) => [`0,${place}`, { style: HEAD }])),
        freezePane: { rows: 1, columns: 2 },
        protection: { sheet: true },
        dataValidations: validations(columns),
      },
      choicesSheet(columns),
    ],
  });
  return new Uint8Array(bytes);
}

type Chosen = Pick<BookColumn, "choices">;

function validations(columns: readonly Chosen[]) {
  return withChoices(columns).map((column, place) => {
    const at = letter(columns.indexOf(column));
    return {
      type: "list" as const,
      allowBlank: true,
      formula1: `${CHOICES_SHEET}!$${letter(place)}$1:$${letter(place)}$${column.choices.length}`,
      range: `${at}2:${at}${ROWS}`,
    };
  });
}

function choicesSheet(columns: readonly Chosen[]) {
  const lists = withChoices(columns);
  const longest = lists.reduce((most, column) => Math.max(most, column.choices.length), 0);
  const rows = Array.from({ length: longest }, (_, row) => lists.map((column) => column.choices[row] ?? null));
  return { name: CHOICES_SHEET, hidden: true, rows };
}

function withChoices(columns: readonly Chosen[]): readonly Chosen[] {
  return columns.filter((column) => column.choices.length > 0);
}

function letter(column: number): string {
  const first = column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26));
  return first + String.fromCharCode(65 + (column % 26));
}
