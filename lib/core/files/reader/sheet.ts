/** A cell as it stands in the file: text, a number, yes or no, a day as its Excel serial number, or nothing. */
export type SheetCell = string | number | boolean | null | { readonly serial: number };

/** Four corners of merged cells, counted from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** One sheet of a file: its rows from the first line on, and how many cells hold the result of a formula. */
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly Merge[];
  readonly formulas: number;
};

/** What a file turned out to be. */
export type FileFormat = "XLSX" | "ODS" | "CSV";

/** Why a file is not read; each is a sentence that says what to do instead. */
export type FileRefusal =
  | "EMPTY"
  | "TOO_BIG"
  | "INFLATES"
  | "TOO_MANY_ROWS"
  | "TOO_MANY_COLUMNS"
  | "TOO_HEAVY"
  | "OLD_EXCEL"
  | "MACROS"
  | "BINARY_EXCEL"
  | "WEB_PAGE"
  | "XML_EXCEL"
  | "LOCKED"
  | "OTHER_KIND"
  | "DAMAGED";

/** What reading a file comes to. */
export type FileReading =
  | { readonly format: FileFormat; readonly sheets: readonly ReadSheet[] }
  | { readonly refused: FileRefusal };
