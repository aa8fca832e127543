import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { readWorkbook } from "@/lib/core/files/read-workbook";
import { sheetInUnicode } from "@/lib/features/imports/rules/codings";
import { entryOf } from "@/lib/features/imports/rules/entry";
import { meaningsOf } from "@/lib/features/imports/rules/meanings";
import { tablesIn } from "@/lib/features/imports/rules/tables";
import { refusedFiles } from "../support/rosters/refused";
import { takenFiles } from "../support/rosters/taken";

const branches = [{ id: "na-an", name: "Chi bộ bản Nà An" }];
const MEGABYTE = 1024 * 1024;

async function peopleIn(bytes: Buffer) {
  const reading = await readWorkbook(bytes);
  if ("refused" in reading) return reading.refused;
  const { format } = reading;
  const tables = reading.sheets.flatMap((sheet) => tablesIn(sheetInUnicode(sheet).sheet));
  return tables.flatMap((table) => {
    const meanings = meaningsOf(table.columns, new Map());
    const entries = table.rows.map((row) => entryOf(row, { meanings, branches, format, today: day("2026-11-25") }));
    return entries.map(({ values, repairs }) => [values.fullName, values.birthOn, ...repairs.map((one) => one.kind)]);
  });
}

describe("a file from somewhere", () => {
  it("comes in many kinds", () => expect(takenFiles.length + refusedFiles.length).toBeGreaterThan(40));

  it.each(takenFiles)("is read: $name", async ({ bytes, people }) => {
    expect(await peopleIn(await bytes())).toEqual(people);
  });

  it.each(refusedFiles)("is refused: $name", async ({ bytes, refusal }) => {
    const file = await bytes();
    const before = process.memoryUsage().rss;
    expect(await readWorkbook(file)).toEqual({ refused: refusal });
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * MEGABYTE);
  });

  it("waits for its turn when many come at once, and all are answered", async () => {
    const file = Buffer.from("Họ và tên,Sinh ngày\nHà Thị Ẩm,1968\n");
    const answers = await Promise.all(Array.from({ length: 6 }, () => peopleIn(file)));
    expect(answers).toEqual(Array.from({ length: 6 }, () => [["Hà Thị Ẩm", "1968"]]));
  });
});
