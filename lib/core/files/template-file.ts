import "server-only";
import { writeXlsx } from "hucre/xlsx";

/** A column of a template: its head, an example, and what may be chosen in it. */
export type TemplateColumn = { readonly head: string; readonly sample: string; readonly choices: readonly string[] };

const ROWS = 500;
const WIDTH = 18;
/* Longer lists do not fit the rule of a cell and stand in a sheet of their own. */
const CHOICES_SHEET = "choices";

/** A workbook to be filled in: one row of heads, a sample row, text in every cell, and lists to choose from. */
export async function templateFile(
  sheet: string,
  columns: readonly TemplateColumn[],
): Promise<Uint8Array<ArrayBuffer>> {
  const lists = columns.filter((column) => column.choices.length > 0);
  const longest = lists.reduce((most, column) => Math.max(most, column.choices.length), 0);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(() => ({ width: WIDTH, numFmt: "@" })),
        rows: [columns.map((column) => column.head), columns.map((column) => column.sample || null)],
        freezePane: { rows: 1 },
        dataValidations: lists.map((column, place) => ({
          type: "list" as const,
          allowBlank: true,
          formula1: `${CHOICES_SHEET}!$${letter(place)}$1:$${letter(place)}$${column.choices.length}`,
          range: `${letter(columns.indexOf(column))}2:${letter(columns.indexOf(column))}${ROWS}`,
        })),
      },
      {
        name: CHOICES_SHEET,
        hidden: true,
        rows: Array.from({ length: longest }, (_, row) => lists.map((column) => column.choices[row] ?? null)),
      },
    ],
  });
  return new Uint8Array(bytes);
}

function letter(column: number): string {
  const first = column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26));
  return first + String.fromCharCode(65 + (column % 26));
}
