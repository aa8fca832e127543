import { randomUUID } from "node:crypto";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { chooseColumns, chooseTable } from "@/lib/features/imports/commands/choose-columns";
import { confirmImport } from "@/lib/features/imports/commands/confirm-import";
import { decideRow, decideRows } from "@/lib/features/imports/commands/decide-rows";
import { stageImport } from "@/lib/features/imports/commands/stage-import";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { type Cells, checkedImport, HEAD, importRow, outcomes, person, workbook } from "./rosters";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const upload = async (rows: Cells) => ({ name: "danh-sach.xlsx", bytes: await workbook(rows) });
const columns = (changes = {}) => ({
  version: 1,
  tableIndex: 0,
  meaning: HEAD.map((_, column) => (column === 1 ? ("fullName" as const) : null)),
  fallbackBranchId: null,
  newcomersFrom: day("2020-01-01"),
  ...changes,
});

describe("bringing a file", () => {
  it("keeps its lines sealed and names nobody in clear", async () => {
    const { office } = register.actors;
    const { id } = await stageImport(office, await upload([person(1, { "Số định danh cá nhân": "014185000777" })]));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "rosterImport.staged",
      actorName: "Văn phòng",
    });
    const [row] = await ownerRows<{ text: string }>(
      `SELECT encode(cells, 'escape') AS text FROM "StagingRow" WHERE "importId" = $1`,
      [id],
    );
    expect(row?.text).not.toMatch(/014185000777|Mới/u);
    const rows = await ownerRows<{ text: string }>(`SELECT i::text AS text FROM "RosterImport" i WHERE id = $1`, [id]);
    expect(rows[0]?.text).not.toMatch(/014185000777|Lường/u);
  });

  it.each(["leader", "inspector", "admin", "inCharge", "ordinary"] as const)("is refused to the %s", async (who) => {
    await expect(stageImport(register.actors[who], await upload([person(1)]))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("is refused with the reason where the file cannot be taken", async () => {
    const { office } = register.actors;
    const bytes = (text: string) => ({ name: "x.xlsx", bytes: new TextEncoder().encode(text) });
    const refused = (reason: string) => ({ code: "RULE", reason });
    await expect(stageImport(office, bytes("<html><table>"))).rejects.toMatchObject(
      refused("imports.refusals.WEB_PAGE"),
    );
    await expect(stageImport(office, bytes("a,b\n1,2"))).rejects.toMatchObject(refused("imports.errors.noTable"));
    await expect(stageImport(office, bytes("TUYỆT MẬT\nHọ và tên,Sinh ngày\nHà Thị Ẩm,1975"))).rejects.toMatchObject(
      refused("imports.errors.secret"),
    );
    expect(
      await ownerRows(
        `SELECT 1 FROM "StagingRow" r JOIN "RosterImport" i ON i.id = r."importId" WHERE i."fileName" = 'x.xlsx'`,
      ),
    ).toEqual([]);
  });
});

describe("choosing columns", () => {
  it("is remembered for the next file of the register", async () => {
    const { office } = register.actors;
    const first = await stageImport(office, await upload([person(1)]));
    const meaning = HEAD.map((head) =>
      head === "Họ và tên" ? ("fullName" as const) : head === "Nghề nghiệp" ? ("profession" as const) : null,
    );
    await chooseColumns(office, { id: first.id, ...columns({ meaning }) });
    const second = await stageImport(office, await upload([person(2)]));
    const [row] = await ownerRows<{ meanings: unknown }>(`SELECT meanings FROM "RosterImport" WHERE id = $1`, [
      second.id,
    ]);
    expect(row?.meanings).toEqual(meaning);
    await ownerRows(`DELETE FROM "HeadMeaning" WHERE "committeeId" = $1`, [register.committeeId]);
  });

  it("is refused without a name, twice, in the future, of another version, or out of scope", async () => {
    const { office, secretary, otherSecretary } = register.actors;
    const { id } = await stageImport(office, await upload([person(1)]));
    const none = HEAD.map(() => null);
    await expect(chooseColumns(office, { id, ...columns({ meaning: none }) })).rejects.toMatchObject({
      reason: "imports.errors.noNameColumn",
    });
    await expect(chooseColumns(office, { id, ...columns({ newcomersFrom: day("2199-01-01") }) })).rejects.toMatchObject(
      { reason: "imports.errors.newcomersInFuture" },
    );
    await expect(chooseColumns(office, { id, ...columns({ version: 9 }) })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(chooseColumns(secretary, { id, ...columns() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(chooseColumns(otherSecretary, { id: randomUUID(), ...columns() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(chooseColumns(register.actors.leader, { id, ...columns() })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(chooseTable(office, { id, version: 1, tableIndex: 3 })).rejects.toMatchObject({
      reason: "imports.errors.noSuchTable",
    });
  });
});

describe("choosing another table", () => {
  it("guesses its columns anew, with every line of the file kept", async () => {
    const { office } = register.actors;
    const bytes = await writeXlsx({
      sheets: [
        { name: "Danh sách", rows: [HEAD, person(1), person(2, { "Họ và tên": "Lường Văn Hai" })] },
        {
          name: "Cũ",
          rows: [
            ["Họ tên", "Năm sinh", "Chi bộ"],
            ["Phàng A Cũ", 1950, "Thử Hai"],
          ],
        },
      ],
    });
    const { id } = await stageImport(office, { name: "hai-bang.xlsx", bytes: new Uint8Array(bytes) });
    await chooseTable(office, { id, version: 1, tableIndex: 1 });
    const [row] = await ownerRows(`SELECT "tableIndex", meanings, version FROM "RosterImport" WHERE id = $1`, [id]);
    expect(row).toEqual({ tableIndex: 1, meanings: ["fullName", "birthOn", "branch"], version: 2 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "rosterImport.tableChanged" });
    await expect(chooseTable(office, { id, version: 1, tableIndex: 0 })).rejects.toMatchObject({ code: "CONFLICT" });
    await chooseTable(office, { id, version: 2, tableIndex: 0 });
    const kept = await ownerRows(
      `SELECT "tableIndex", count(*)::int AS rows FROM "StagingRow" WHERE "importId" = $1 GROUP BY 1 ORDER BY 1`,
      [id],
    );
    expect(kept).toEqual([
      { tableIndex: 0, rows: 2 },
      { tableIndex: 1, rows: 1 },
    ]);
  });
});

describe("duplicates", () => {
  const doubtful = () => [
    person(1, { "Họ và tên": "Mùi Thị Lan", "Sinh ngày": "1975", "Chi bộ": "Thử Một", "Giới tính": "Nữ" }),
  ];

  it("wait for a decision, and follow it", async () => {
    const { office } = register.actors;
    const { id, version } = await checkedImport(office, doubtful());
    expect(await outcomes(id)).toEqual({ DECIDE: 1 });
    await expect(confirmImport(office, { id, version })).rejects.toMatchObject({ reason: "imports.errors.undecided" });
    const same = { decision: "SAME_PERSON" as const, memberId: register.members.other };
    await decideRow(office, { id, line: 4, choice: same });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "rosterImport.rowsDecided" });
    expect(await outcomes(id)).toEqual({ UPDATE: 1 });
    expect((await importRow(id)).notices.map((group) => group.kind)).toEqual(["otherBranch"]);
    await decideRow(office, { id, line: 4, choice: { decision: "SKIP", memberId: null } });
    expect(await outcomes(id)).toEqual({ SKIP: 1 });
    await decideRow(office, { id, line: 4, choice: { decision: "NEW_PERSON", memberId: null } });
    expect(await outcomes(id)).toEqual({ ADD: 1 });
  });

  it("are decided all at once, and only among those a row may be", async () => {
    const { office, secretary } = register.actors;
    const { id } = await checkedImport(office, doubtful());
    const stranger = { decision: "SAME_PERSON" as const, memberId: register.members.woman };
    await expect(decideRow(office, { id, line: 4, choice: stranger })).rejects.toMatchObject({
      reason: "imports.errors.noSuchRival",
    });
    await expect(decideRow(office, { id, line: 99, choice: stranger })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(decideRow(secretary, { id, line: 4, choice: stranger })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(decideRows(register.actors.leader, { id, decision: "SKIP" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await decideRows(office, { id, decision: "SAME_PERSON" });
    expect(await outcomes(id)).toEqual({ UPDATE: 1 });
  });
});
