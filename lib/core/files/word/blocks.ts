import { type Leading, paragraphOf, runsOf } from "@/lib/core/files/word/paragraphs";

/*
 * The text of a template, line by line: `[landscape]`, `[size n]`, `[footer text]` set the paper; `[columns a b]` … `---` … `[end]` stand
 * side by side without lines; `[table a b c]` … `[end]` is a table whose rows are cells between ` | `, heads behind `! `.
 * Widths are shares of the line. Every other line is a paragraph.
 */

/** A template's text as the parts of a page. */
export type Page = { readonly body: string; readonly footer: string | null; readonly isLandscape: boolean };

const DIRECTIVE = /^\[(landscape|size|footer|columns|table|end)(?: (.*))?\]$/u;
const POINTS = 14;
/* The width between the margins of an A4 page, upright and across. */
const WIDTHS = { upright: 9355, across: 14_287 };
const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"];

type Setting = { size: number; isLandscape: boolean; footer: string | null };

/** Lays the lines out. Throws a RangeError where a block is not closed: the text is ours. */
export function pageOf(lines: readonly string[]): Page {
  const set: Setting = { size: POINTS * 2, isLandscape: lines.includes("[landscape]"), footer: null };
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const [, name, value = ""] = DIRECTIVE.exec(line) ?? [];
    if (name === "columns" || name === "table") {
      const end = lines.indexOf("[end]", at);
      if (end === -1) throw new RangeError(`${line} is not closed`);
      parts.push(blockOf(name, value, lines.slice(at + 1, end), set));
      at = end;
    } else if (name === "size") set.size = Number(value) * 2;
    else if (name === "footer") set.footer = value;
    else if (name === undefined) parts.push(paragraphOf(line, set.size, "text"));
  }
  return { body: parts.join(""), footer: set.footer, isLandscape: set.isLandscape };
}

function blockOf(name: "columns" | "table", shares: string, lines: readonly string[], set: Setting): string {
  const widths = widthsOf(shares, set.isLandscape ? WIDTHS.across : WIDTHS.upright);
  if (name === "table")
    return tableOf(
      widths,
      lines.map((line) => rowOf(widths, line, set.size)),
      "lines",
    );
  const middle = lines.indexOf("---");
  const sides = [lines.slice(0, middle), lines.slice(middle + 1)];
  const cells = sides.map((side, place) => cellOf(widths[place] ?? 0, side, set.size, "table"));
  return tableOf(widths, [`<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`], "none");
}

function widthsOf(shares: string, width: number): number[] {
  const parts = shares.split(" ").map(Number);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.round((part / whole) * width));
}

function rowOf(widths: readonly number[], line: string, size: number): string {
  const isHead = line.startsWith("! ");
  const texts = line.replace(/^! /u, "").split(" | ");
  const cells = texts.map((text, place) =>
    cellOf(widths[place] ?? 0, [isHead ? `^ **${text}**` : text], size, "table"),
  );
  const setting = `<w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>`;
  return `<w:tr>${setting}${cells.join("")}</w:tr>`;
}

function cellOf(width: number, lines: readonly string[], size: number, leading: Leading): string {
  const text = lines.map((line) => paragraphOf(line, size, leading)).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`;
}

/* A small paragraph behind each table keeps two of them apart. */
function tableOf(widths: readonly number[], rows: readonly string[], border: "lines" | "none"): string {
  const edges = EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("");
  const borders = border === "lines" ? `<w:tblBorders>${edges}</w:tblBorders>` : "";
  const inset =
    border === "lines"
      ? '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
      : "";
  const width = widths.reduce((sum, one) => sum + one, 0);
  const setting = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${inset}</w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join("")}</w:tblGrid>`;
  const apart = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr>${runsOf("", 4)}</w:p>`;
  return `<w:tbl>${setting}${grid}${rows.join("")}</w:tbl>${apart}`;
}
