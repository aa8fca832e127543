import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { foldText } from "@/lib/core/text/fold";
import { cellText, isFilled } from "@/lib/features/imports/rules/grid";

/** What a line under the heads is: a person, nothing, the columns' numbers, a total, the title of a group, or a remark. */
export type RowKind = "PERSON" | "EMPTY" | "NUMBERS" | "TOTAL" | "GROUP" | "REMARK";

/** A total; not the families Tòng, Tống and Công, whose names fold to the same letters. */
const TOTAL = /^(tong (cong|so)|cong tong|(tong|cong)\s*([:(\d]|$))/u;
const COUNTED = /^\(?(\d{1,2}|[a-z])\)?$/u;
const ORDINAL = /^(\d{1,4}|[ivx]{1,5}|[a-z])[.)]?$/u;
const FEWEST = 2;

/** What the line is, by its cells and by which of them hold the name. */
export function rowKind(cells: readonly SheetCell[], nameColumns: readonly number[]): RowKind {
  const filled = cells.filter(isFilled);
  if (filled.length === 0) return "EMPTY";
  const text = (place: number) => foldText(cellText(filled[place] ?? null));
  if (filled.length >= 3 && filled.every((_, place) => COUNTED.test(text(place)))) return "NUMBERS";

  const named = nameColumns.some((column) => isName(cells[column] ?? null));
  const isOrdered = ORDINAL.test(text(0));
  const first = isOrdered ? text(1) : text(0);
  if (TOTAL.test(first) && (!named || isTotalName(cells, nameColumns))) return "TOTAL";

  const isTitle = filled.length === 1 || (filled.length === FEWEST && isOrdered);
  const isNumberedPerson = named && /^\d/u.test(text(0));
  if (isTitle && !isNumberedPerson && cells.length > FEWEST) return "GROUP";
  return named ? "PERSON" : "REMARK";
}

function isName(cell: SheetCell): boolean {
  return typeof cell === "string" && /\p{L}/u.test(cell);
}

function isTotalName(cells: readonly SheetCell[], nameColumns: readonly number[]): boolean {
  return nameColumns.some((column) => TOTAL.test(foldText(cellText(cells[column] ?? null))));
}
