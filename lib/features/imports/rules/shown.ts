import { typedForm } from "@/lib/core/day";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { dayOfSerial } from "@/lib/features/imports/rules/dates";
import { cellText } from "@/lib/features/imports/rules/grid";
import type { ImportField } from "@/lib/features/imports/schema/fields";

const LONG_NUMBER = /\d{9,}/gu;
const LONGEST = 80;

/** A cell as a screen shows it: days as people write them, long numbers by their last three digits. */
export function shownCell(cell: SheetCell): string {
  return writtenCell(cell).replace(LONG_NUMBER, (digits) => "\u2022".repeat(digits.length - 3) + digits.slice(-3));
}

/** A cell as its file has it. */
export function writtenCell(cell: SheetCell): string {
  if (cell === null || typeof cell !== "object") return cellText(cell);
  const found = dayOfSerial(cell.serial);
  return found ? typedForm(found) : String(cell.serial);
}

/** As `shownCell`, shortened for a sentence. */
export function quotedCell(cell: SheetCell): string {
  const text = shownCell(cell);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}\u2026` : text;
}

/** The name that a line gives, as it stands there. */
export function nameIn(meanings: readonly (ImportField | null)[], cells: readonly SheetCell[]): string {
  const parts = meanings.flatMap((meaning, column) =>
    meaning === "fullName" ? [quotedCell(cells[column] ?? null)] : [],
  );
  return parts.join(" ").trim();
}
