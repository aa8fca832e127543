const RUNS_AS_FORMULA = /^'*\s*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Whether a spreadsheet program might take the text for a formula, also after spaces or quotes. */
export function runsAsFormula(text: string): boolean {
  return RUNS_AS_FORMULA.test(text);
}

/** The text as it may stand in a CSV or xlsx cell: a leading `'` where it would run as a formula. */
export function neutralizeCell(text: string): string {
  return runsAsFormula(text) ? `'${text}` : text;
}

/** The exact inverse of `neutralizeCell`, for importing our own export. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && runsAsFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
