/* Text with marks → runs and paragraphs of WordprocessingML. Sizes are half points, lengths twentieths of a point. */

/** Text as it may stand in XML: what no XML may hold is left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/gu, "")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;");
}

const MARKS = /(\*\*|\/\/|__)/u;

/** A line with `**bold**`, `//italic//` and `__underlined__` parts as runs; half points give its size. */
export function runsOf(line: string, size: number, isBold: "bold" | "plain" = "plain"): string {
  const on = new Set(isBold === "bold" ? ["**"] : []);
  return line
    .split(MARKS)
    .map((part) => {
      if (MARKS.test(part)) {
        if (!on.delete(part)) on.add(part);
        return "";
      }
      return part === "" ? "" : `<w:r>${runStyle(on, size)}<w:t xml:space="preserve">${xmlText(part)}</w:t></w:r>`;
    })
    .join("");
}

function runStyle(on: ReadonlySet<string>, size: number): string {
  const bold = on.has("**") ? "<w:b/>" : "";
  const italic = on.has("//") ? "<w:i/>" : "";
  const line = on.has("__") ? '<w:u w:val="single"/>' : "";
  return `<w:rPr>${bold}${italic}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${line}</w:rPr>`;
}

type Layout = { readonly align: string; readonly indent: number; readonly before: number; readonly after: number };

/* How a line is set, by the sign it begins with; a line without one is text with its first line 10 mm in (HD 05-HD/VPTW). */
const layouts: Readonly<Record<string, Layout>> = {
  "#": { align: "center", indent: 0, before: 240, after: 60 },
  "^": { align: "center", indent: 0, before: 0, after: 0 },
  ">": { align: "right", indent: 0, before: 0, after: 60 },
  "-": { align: "left", indent: 0, before: 0, after: 60 },
  "=": { align: "left", indent: 0, before: 180, after: 60 },
};
const TEXT: Layout = { align: "both", indent: 567, before: 0, after: 120 };
const BOLD = ["#", "="];

/** How closely lines follow: 19 pt in running text, as the letters need in heads and tables. */
export type Leading = "text" | "table";

/** One line of a template's text as a paragraph. */
export function paragraphOf(line: string, size: number, leading: Leading): string {
  const [, sign = "", rest = ""] = /^(?:([#^>=-]) )?(.*)$/u.exec(line) ?? [];
  const { align, indent, before, after } =
    layouts[sign] ?? (leading === "table" ? { ...TEXT, indent: 0, after: 0, align: "left" } : TEXT);
  const isHeading = BOLD.includes(sign);
  const spacing =
    leading === "text"
      ? `<w:spacing w:before="${before}" w:after="${after}" w:line="380" w:lineRule="exact"/>`
      : `<w:spacing w:before="${before}" w:after="0"/>`;
  const setting = `${isHeading ? "<w:keepNext/>" : ""}${spacing}<w:ind w:firstLine="${indent}"/><w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr>${setting}</w:pPr>${runsOf(rest, size, isHeading ? "bold" : "plain")}</w:p>`;
}
