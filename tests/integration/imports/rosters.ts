import { writeXlsx } from "hucre/xlsx";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { chooseColumns } from "@/lib/features/imports/commands/choose-columns";
import { confirmImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { stageImport } from "@/lib/features/imports/commands/stage-import";
import { ownerRows } from "../../support/register";

export type Cells = (string | number | Date | null)[][];

export const HEAD = [
  "STT",
  "Họ và tên",
  "Giới tính",
  "Sinh ngày",
  "Dân tộc",
  "Số định danh cá nhân",
  "Số thẻ đảng viên",
  "Chi bộ",
  "Ngày vào Đảng",
  "Ngày chính thức",
  "Nghề nghiệp",
];

/** A row of the file: somebody new of the first branch, with the changes given by the column's name. */
export function person(number: number, changes: Partial<Record<string, string | number | null>> = {}): Cells[number] {
  const values: Record<string, string | number | null> = {
    STT: number,
    "Họ và tên": "Lường Văn Mới",
    "Giới tính": "Nam",
    "Sinh ngày": "15/08/1985",
    "Dân tộc": "Thái",
    "Số định danh cá nhân": null,
    "Số thẻ đảng viên": null,
    "Chi bộ": "Thử Một",
    "Ngày vào Đảng": "03/02/2012",
    "Ngày chính thức": "03/02/2013",
    "Nghề nghiệp": "Trồng trọt",
    ...changes,
  };
  return HEAD.map((column) => values[column] ?? null);
}

/** As many invented people as wanted, each with a name, numbers and dates of their own. */
export function crowd(count: number): Cells {
  const [families, middles, givens] = [
    ["Lò", "Hà", "Vì", "Ngần", "Đinh", "Lường", "Quàng", "Giàng", "Sồng", "Mùa"],
    ["Văn", "Thị", "A", "Xuân", "Đức", "Thu", "Hữu"],
    ["Thiệp", "Ẩm", "Đôi", "Ước", "Páo", "Chu", "Lan", "Hương", "Quân", "Dế", "Ín", "Sơn"],
  ];
  return Array.from({ length: count }, (_, index) =>
    person(index + 1, {
      "Họ và tên": [
        families[index % 10],
        middles[index % 7],
        givens[(index * 7) % 12],
        givens[Math.floor(index / 12) % 12],
      ].join(" "),
      "Giới tính": index % 3 === 0 ? "Nữ" : "Nam",
      "Sinh ngày": `${String((index % 28) + 1).padStart(2, "0")}/${String((index % 12) + 1).padStart(2, "0")}/${1950 + (index % 41)}`,
      "Số định danh cá nhân": `014${String(index).padStart(9, "0")}`,
      "Số thẻ đảng viên": String(index).padStart(8, "0"),
      "Chi bộ": index % 2 === 0 ? "Chi bộ bản Thử Một" : "Thử Hai",
    }),
  );
}

export async function workbook(rows: Cells): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "DS", rows: [["DANH SÁCH ĐẢNG VIÊN"], [], HEAD, ...rows] }] });
}

/** Uploads the rows and checks them with the columns as guessed. */
export async function checkedImport(actor: Actor, rows: Cells): Promise<{ id: string; version: number }> {
  const { id } = await stageImport(actor, { name: "danh-sach.xlsx", bytes: await workbook(rows) });
  return checkColumns(actor, id);
}

export async function checkColumns(actor: Actor, id: string) {
  const row = await importRow(id);
  await chooseColumns(actor, {
    id,
    version: row.version,
    tableIndex: 0,
    meaning: row.meanings as never,
    fallbackBranchId: null,
    newcomersFrom: day("2020-01-01"),
  });
  return { id, version: row.version + 1 };
}

/** Uploads, checks, confirms and works off; answers how the run ended. */
export async function importRows(actor: Actor, rows: Cells): Promise<{ id: string; end: string }> {
  const checked = await checkedImport(actor, rows);
  await confirmImport(actor, checked);
  return { id: checked.id, end: await runImport(actor, checked.id) };
}

/** How the lines of an import came out. */
export async function outcomes(id: string): Promise<Record<string, number>> {
  const rows = await ownerRows<{ outcome: string; count: number }>(
    `SELECT outcome::text, count(*)::int AS count FROM "StagingRow" WHERE "importId" = $1 GROUP BY 1`,
    [id],
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

export async function importRow(id: string) {
  const [row] = await ownerRows<{
    state: string;
    version: number;
    meanings: (string | null)[];
    foreignLines: number[];
    repairs: { kind: string; field: string; column: number; lines: number[]; details: string[] }[];
    notices: { kind: string; lines: number[] }[];
  }>(`SELECT * FROM "RosterImport" WHERE id = $1`, [id]);
  if (!row) throw new Error("no such import");
  return row;
}

const TABLES = ["Member", "MemberProfile", "MemberSensitive", "MemberIdentity", "Membership", "MemberStatus"];

/** Every row about the members of a register, byte by byte. */
export async function dumpOfMembers(committeeId: string): Promise<string[]> {
  const dumps = await Promise.all(
    TABLES.map((table) =>
      ownerRows<{ text: string }>(`SELECT '${table} ' || t::text AS text FROM "${table}" t WHERE "committeeId" = $1`, [
        committeeId,
      ]),
    ),
  );
  return dumps.flatMap((rows) => rows.map((row) => row.text)).toSorted();
}
