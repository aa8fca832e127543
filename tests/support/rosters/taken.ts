import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { workbookParts, zipOf } from "./archive";

/** A file that is read, with the people it is about: name, birth date and, where it tells, the rest that matters. */
export type TakenFile = {
  readonly name: string;
  readonly people: readonly (readonly [string, string?])[];
  readonly bytes: () => Promise<Buffer>;
};

type Rows = (string | number | Date | boolean | null)[][];
const HEAD = ["STT", "Họ và tên", "Sinh ngày", "Chi bộ"];
const THIEP = [1, "Ngần Văn Thiệp", "03/02/1970", "Nà An"];
const AM = [2, "Hà Thị Ẩm", "1968", "Nà An"];
const BOTH = [["Ngần Văn Thiệp", "1970-02-03"] as const, ["Hà Thị Ẩm", "1968"] as const];

const corners = ([startRow, startCol, endRow, endCol]: readonly number[]) => ({
  startRow: startRow ?? 0,
  startCol: startCol ?? 0,
  endRow: endRow ?? 0,
  endCol: endCol ?? 0,
});

async function xlsx(rows: Rows, merged: number[][] = [], dayColumns: number[] = []): Promise<Buffer> {
  const columns = HEAD.map((_, column) => (dayColumns.includes(column) ? { numFmt: "dd/mm/yyyy" } : {}));
  return Buffer.from(await writeXlsx({ sheets: [{ name: "DS", rows, columns, merges: merged.map(corners) }] }));
}

async function ods(rows: Rows, merged: number[][] = []): Promise<Buffer> {
  return Buffer.from(await writeOds({ sheets: [{ name: "DS", rows, merges: merged.map(corners) }] }));
}

const csv = (rows: Rows, separator = ",") =>
  rows.map((row) => row.map((cell) => cell ?? "").join(separator)).join("\r\n");
const latin1 = (text: string) => Buffer.from(text, "latin1");
const utc = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date));
const titled: Rows = [["ĐẢNG BỘ XÃ XUÂN NHA"], ["DANH SÁCH ĐẢNG VIÊN"], [], HEAD, THIEP, AM, [null, "Tổng cộng: 2"]];

const files: Record<string, [() => Buffer | Promise<Buffer>, TakenFile["people"]?]> = {
  "title rows and a total": [
    () =>
      xlsx(titled, [
        [0, 0, 0, 3],
        [1, 0, 1, 3],
      ]),
  ],
  "the same as OpenDocument": [
    () =>
      ods(titled, [
        [0, 0, 0, 3],
        [1, 0, 1, 3],
      ]),
  ],
  "real days beside text": [() => xlsx([HEAD, [1, "Ngần Văn Thiệp", utc(1970, 2, 3), "Nà An"], AM], [], [2])],
  "real days in OpenDocument": [() => ods([HEAD, [1, "Ngần Văn Thiệp", utc(1970, 2, 3), "Nà An"], AM])],
  "days as bare numbers": [() => xlsx([HEAD, [1, "Ngần Văn Thiệp", 25_602, "Nà An"], [2, "Hà Thị Ẩm", 1968, "Nà An"]])],
  "a year that became a day": [() => xlsx([HEAD, THIEP, [2, "Hà Thị Ẩm", utc(1905, 5, 21), "Nà An"]], [], [2])],
  "letters and marks apart": [
    () =>
      xlsx(
        [HEAD, THIEP, AM].map((row) => row.map((cell) => (typeof cell === "string" ? cell.normalize("NFD") : cell))),
      ),
  ],
  "an ABC font": [
    () =>
      xlsx([
        ["STT", "Hä vµ tªn", "Sinh ngµy", "Chi bé"],
        [1, "NgÇn V¨n ThiÖp", "03/02/1970", "Nµ An"],
        [2, "Hµ ThÞ Èm", "1968", "Nµ An"],
      ]),
    [
      ["Ngần Văn Thiệp", "1970-02-03"],
      ["Hà Thị Ẩm", "1968"],
    ],
  ],
  "an ABC font in a text file": [
    () =>
      latin1(
        csv(
          [
            ["Hä vµ tªn", "Sinh ngµy"],
            ["NgÇn V¨n ThiÖp", "03/02/1970"],
          ],
          ";",
        ),
      ),
    [["Ngần Văn Thiệp", "1970-02-03"]],
  ],
  "a VNI font": [
    () =>
      xlsx([
        ["STT", "Hoï vaø teân", "Sinh ngaøy"],
        [1, "Ngaàn Vaên Thieäp", "03/02/1970"],
        [2, "Haø Thò AÅm", "1968"],
      ]),
  ],
  "a text file with semicolons": [() => Buffer.from(`\uFEFF${csv([HEAD, THIEP, AM], ";")}`)],
  "a text file with tabs in UTF-16": [() => Buffer.from(`\uFEFF${csv([HEAD, THIEP, AM], "\t")}`, "utf16le")],
  "a text file that names its separator": [() => Buffer.from(`sep=;\r\n${csv([HEAD, THIEP, AM], ";")}`)],
  "a text file renamed to .xlsx": [() => Buffer.from(csv([HEAD, THIEP, AM]))],
  "a text file of a Vietnamese Windows": [() => vietnameseWindows(csv([HEAD, THIEP, AM], ";"))],
  "formulas, taken as they are shown": [
    () =>
      zipOf(
        workbookParts(
          `<row r="1">${inline("A1", "Họ và tên")}${inline("B1", "Sinh ngày")}</row>` +
            `<row r="2"><c r="A2" t="str"><f>B9&amp;" "&amp;C9</f><v>Ngần Văn Thiệp</v></c><c r="B2"><f>YEAR(NOW())-56</f><v>1970</v></c></row>`,
        ),
      ),
    [["Ngần Văn Thiệp", "1970"]],
  ],
  "two tables under each other": [
    () => xlsx([HEAD, THIEP, [], ["TT", "Họ và tên", "Sinh ngày", "Số thẻ"], [1, "Hà Thị Ẩm", "1968", "01234567"]]),
  ],
  "two tables beside each other": [
    () =>
      xlsx([
        ["STT", "Họ và tên", "Sinh ngày", null, "STT", "Họ và tên", "Sinh ngày"],
        [1, "Ngần Văn Thiệp", "03/02/1970", null, 1, "Hà Thị Ẩm", "1968"],
      ]),
  ],
  "merged heads on two lines": [
    () =>
      xlsx(
        [
          ["STT", "Họ và tên", "Sinh ngày", null],
          [null, null, "Nam", "Nữ"],
          [1, "Ngần Văn Thiệp", "03/02/1970", null],
          [2, "Hà Thị Ẩm", null, "1968"],
        ],
        [
          [0, 0, 1, 0],
          [0, 1, 1, 1],
          [0, 2, 0, 3],
        ],
      ),
  ],
  "heads printed again on each page": [() => xlsx([HEAD, THIEP, HEAD, AM])],
  "an entity that would expand": [
    () =>
      zipOf(
        withEntity(
          workbookParts(
            `<row r="1">${inline("A1", "Họ và tên")}${inline("B1", "Sinh ngày")}</row><row r="2">${inline("A2", "Ngần Văn Thiệp")}${inline("B2", "03/02/1970")}</row>`,
          ),
        ),
      ),
    [["Ngần Văn Thiệp", "1970-02-03"]],
  ],
  "a path that leads outside": [
    () =>
      zipOf({
        ...workbookParts(
          `<row r="1">${inline("A1", "Họ và tên")}${inline("B1", "Sinh ngày")}</row><row r="2">${inline("A2", "Hà Thị Ẩm")}${inline("B2", "1968")}</row>`,
        ),
        "../../../../tmp/evil.xml": "x",
      }),
    [["Hà Thị Ẩm", "1968"]],
  ],
};

/** Every file that is read. */
export const takenFiles: readonly TakenFile[] = Object.entries(files).map(([name, [make, people = BOTH]]) => ({
  name,
  people,
  bytes: async () => make(),
}));

function inline(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

function withEntity(parts: Record<string, string>): Record<string, string> {
  const sheet = "xl/worksheets/sheet1.xml";
  const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  return { ...parts, [sheet]: `${bomb}${parts[sheet]}` };
}

/** Code page 1258: base letters, and tones as signs of their own. */
function vietnameseWindows(text: string): Buffer {
  const decoder = new TextDecoder("windows-1258");
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(new Uint8Array([code])), code]));
  const shapes = /[\u0302\u0306\u031B]/gu;
  const letters = [
    ...text.normalize("NFD").replace(/(.)(\p{M}+)/gu, (_, base: string, marks: string) => {
      const shape = (marks.match(shapes) ?? []).join("");
      return (base + shape).normalize("NFC") + marks.replace(shapes, "");
    }),
  ];
  return Buffer.from(letters.map((letter) => codes.get(letter) ?? 0x3f));
}
