import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { bookWords } from "@/components/imports/book-words";
import type { Actor } from "@/lib/core/actor";
import { bookFile } from "@/lib/core/files/template-file";
import { acceptCells } from "@/lib/features/imports/commands/accept-cells";
import { confirmImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { stageImport } from "@/lib/features/imports/commands/stage-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import { getBranchBook } from "@/lib/features/imports/queries/get-branch-book";
import { getReconciliation } from "@/lib/features/imports/queries/get-reconciliation";
import { listDifferences } from "@/lib/features/imports/queries/list-differences";
import { editMember } from "@/lib/features/members/commands/edit-member";
import { personalInput } from "../../support/member-input";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { checkColumns, dumpOfMembers, importRow, outcomes } from "./rosters";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

type Cells = (string | null)[][];

/** The book as the reader downloads it, and brought back after the cells named by name and head were edited. */
async function broughtBack(actor: Actor, branchId: string, edits: Record<string, Record<string, string | null>>) {
  const { columns, rows } = await getBranchBook(actor, branchId, bookWords());
  const heads = columns.map(({ head }) => head);
  const name = heads.indexOf("Họ và tên");
  const edited: Cells = rows.map((row) =>
    row.map((cell, place) => edits[row[name] ?? ""]?.[heads[place] ?? ""] ?? cell).map((cell) => cell || null),
  );
  const { id } = await stageImport(actor, { name: "so.xlsx", bytes: await bookFile("Sổ", columns, edited) });
  return checkColumns(actor, id);
}

const versionOf = async (id: string) => (await importRow(id)).version;
const window = { page: 1, size: 25 };

describe("the book of a branch", () => {
  it("is a workbook with the record hidden, the branch locked and choices to pick from", async () => {
    const { columns, rows } = await getBranchBook(register.actors.office, register.branchId, bookWords());
    const read = await readXlsx(await bookFile("Sổ", columns, rows), { readStyles: true });
    const [sheet] = read.sheets;
    expect(sheet?.protection?.sheet).toBe(true);
    expect(sheet?.columns?.[0]?.hidden).toBe(true);
    expect(sheet?.rows.length).toBe(rows.length + 1);
    expect(sheet?.dataValidations?.length).toBe(4);
    expect(read.sheets[1]?.hidden).toBe(true);
  });

  it("changes nothing when it comes back as it went, and leaves its trace in the access log", async () => {
    const { office } = register.actors;
    const before = await dumpOfMembers(register.committeeId);
    const { id } = await broughtBack(office, register.branchId, {});
    expect(Object.keys(await outcomes(id))).toEqual(["SAME"]);
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
    const [noted] = await ownerRows<{ params: Record<string, unknown> }>(
      `SELECT params FROM "AccessLog" WHERE "accountId" = $1 AND type = 'members.exported' ORDER BY at DESC LIMIT 1`,
      [office.accountId],
    );
    expect(noted?.params).toMatchObject({ format: "xlsx", branch: expect.any(String), on: office.today });
  });

  it("writes only the cells accepted, also a corrected name, and is taken back byte by byte", async () => {
    const own = await openRegister();
    const { office, leader } = own.actors;
    const before = await dumpOfMembers(own.committeeId);
    const { id } = await broughtBack(office, own.branchId, {
      "Hà Thị Ẩm": { "Họ và tên": "Hà Thị Ấm", "Nghề nghiệp": "Dệt vải", "Quê quán (Chi tiết)": "Bản Thử" },
    });
    const found = await listDifferences(office, id, window);
    expect(found.rows).toMatchObject([{ memberId: own.members.woman, isStale: false }]);
    const [row] = found.rows;
    expect(row?.cells.map(({ field, isAccepted }) => [field, isAccepted])).toEqual([
      ["fullName", true],
      ["homePlace", true],
      ["occupation", true],
    ]);

    const line = row?.line ?? 0;
    await acceptCells(office, { id, lines: [line], accepted: [{ line, field: "occupation" }] });
    expect(await lastEvent(own.committeeId)).toMatchObject({ type: "rosterImport.cellsDecided" });
    expect(await dumpOfMembers(own.committeeId)).toEqual(before);
    await confirmImport(office, { id, version: await versionOf(id) });
    expect(await runImport(office, id)).toBe("DONE");
    const [woman] = await ownerRows(
      `SELECT m."fullName", p.occupation, p."homePlace" FROM "Member" m
       JOIN "MemberProfile" p ON p."memberId" = m.id WHERE m.id = $1`,
      [own.members.woman],
    );
    expect(woman).toMatchObject({ fullName: "Hà Thị Ẩm", occupation: "Dệt vải" });
    expect(woman).not.toMatchObject({ homePlace: "Bản Thử" });

    await undoImport(leader, { id, version: await versionOf(id), reason: "Sửa nhầm" });
    expect(await dumpOfMembers(own.committeeId)).toEqual(before);
  });

  it("overwrites nothing that somebody has changed since the book was taken out", async () => {
    const own = await openRegister();
    const { office } = own.actors;
    const { columns, rows } = await getBranchBook(office, own.branchId, bookWords());
    const stored = { ...personalInput("Hà Thị Ẩm"), ethnicity: "Kinh", education: "LOWER_SECONDARY" } as const;
    const id = own.members.woman;
    await editMember(own.actors.secretary, { ...stored, sex: "FEMALE", id, version: 1, occupation: "Thợ mộc" });
    const staged = await stageImport(office, { name: "cu.xlsx", bytes: await bookFile("Sổ", columns, rows) });
    await checkColumns(office, staged.id);
    expect(Object.keys(await outcomes(staged.id))).toEqual(["SAME"]);
    const [stale] = (await listDifferences(office, staged.id, window)).rows;
    expect(stale).toMatchObject({ isStale: true, memberId: own.members.woman });
    expect(stale?.cells.map(({ field, isAccepted }) => [field, isAccepted])).toEqual([["occupation", false]]);
    await expect(confirmImport(office, { id: staged.id, version: await versionOf(staged.id) })).rejects.toMatchObject({
      reason: "imports.errors.changesNothing",
    });

    const line = stale?.line ?? 0;
    await acceptCells(office, { id: staged.id, lines: [line], accepted: [{ line, field: "occupation" }] });
    expect(await outcomes(staged.id)).toMatchObject({ UPDATE: 1 });
  });

  it("is a secretary's own branch's only, without the office's columns", async () => {
    const { secretary } = register.actors;
    const { columns } = await getBranchBook(secretary, register.branchId, bookWords());
    expect(columns.map(({ head }) => head)).not.toContain("Số thẻ Đảng");
    await expect(getBranchBook(secretary, register.otherBranchId, bookWords())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getBranchBook(register.actors.inspector, register.branchId, bookWords())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("of another branch is rejected as a secretary's file, whatever its rows say", async () => {
    const { office, secretary } = register.actors;
    const { columns, rows } = await getBranchBook(office, register.otherBranchId, bookWords());
    const bytes = await bookFile("Sổ", columns, rows);
    const { id } = await stageImport(secretary, { name: "khac.xlsx", bytes });
    await checkColumns(secretary, id);
    expect(await importRow(id)).toMatchObject({ state: "REJECTED" });
  });
});

describe("the file against the register", () => {
  it("names who is in one of them only and what differs, in the branches that the file speaks of", async () => {
    const own = await openRegister();
    const { office, leader, secretary } = own.actors;
    const { columns, rows } = await getBranchBook(office, own.branchId, bookWords());
    const at = (head: string) => columns.findIndex((column) => column.head === head);
    const [left, changed, ...others] = rows;
    const edited = changed?.with(at("Nghề nghiệp"), "Thợ rèn") ?? [];
    const stranger = columns.map(
      ({ head }) => ({ "Họ và tên": "Cứ A Lạ", "Chi bộ": "Chi bộ bản Thử Một" })[head] ?? null,
    );
    const bytes = await bookFile("Sổ", columns, [edited, ...others, stranger]);
    const { id } = await stageImport(office, { name: "doi-chieu.xlsx", bytes });
    await checkColumns(office, id);

    const facts = await getReconciliation(office, id);
    expect(facts.onlyInFile.map(({ name }) => name)).toEqual(["Cứ A Lạ"]);
    expect(facts.onlyInRegister.map(({ name }) => name)).toEqual([left?.[at("Họ và tên")]]);
    expect(facts.differing).toMatchObject([
      { name: changed?.[at("Họ và tên")], differences: [{ field: "occupation", after: "Thợ rèn" }] },
    ]);
    expect(facts.same).toBe(others.length);
    await expect(getReconciliation(leader, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getReconciliation(secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("accepting cells", () => {
  it("is for who may go on with the import, about its own lines, and while it is open", async () => {
    const { office, secretary, inspector } = register.actors;
    const { id } = await broughtBack(office, register.branchId, { "Hà Thị Ẩm": { "Nghề nghiệp": "Nuôi ong" } });
    const [row] = (await listDifferences(office, id, window)).rows;
    const lines = [row?.line ?? 0];
    for (const other of [secretary, inspector]) {
      await expect(acceptCells(other, { id, lines, accepted: [] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(acceptCells(office, { id, lines: [99], accepted: [] })).rejects.toMatchObject({ code: "CONFLICT" });

    const both = await Promise.allSettled([
      acceptCells(office, { id, lines, accepted: [] }),
      acceptCells(office, { id, lines, accepted: [] }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(Object.keys(await outcomes(id))).toEqual(["SAME"]);

    await acceptCells(office, { id, lines, accepted: [{ line: lines[0] ?? 0, field: "occupation" }] });
    await confirmImport(office, { id, version: await versionOf(id) });
    await runImport(office, id);
    await expect(acceptCells(office, { id, lines, accepted: [] })).rejects.toMatchObject({
      code: "RULE",
      reason: "imports.errors.over",
    });
  });
});
