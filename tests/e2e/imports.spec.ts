import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { moveBack, ownerRows } from "./support/database";
import { follow } from "./support/follow";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const HEAD = ["STT", "Họ và tên", "Giới tính", "Sinh ngày", "Dân tộc", "Chi bộ", "Ngày vào Đảng", "Nghề nghiệp"];
const NEW = "Hờ A Nhập Tệp";
const PHONE = { width: 360, height: 780 };

/* Whom no other journey changes meanwhile; who joins now changes no figure of the sample's years. */
const HOME = "Chi bộ bản Chiềng Nưa";
const JOINED = "03/02/2026";

type Cells = (string | number | null)[][];

async function workbook(rows: Cells): Promise<Buffer> {
  const titles = [["ĐẢNG BỘ XÃ XUÂN NHA"], ["DANH SÁCH ĐẢNG VIÊN"], []];
  return Buffer.from(await writeXlsx({ sheets: [{ name: "DS", rows: [...titles, HEAD, ...rows] }] }));
}

/** A newcomer, a member with another occupation, a date that never was, and somebody who may be a member elsewhere. */
async function uglyRows(): Promise<Cells> {
  const people = await ownerRows<{ name: string; born: string; branch: string; sex: string }>(
    `SELECT m."fullName" AS name, p."birthOn" AS born, b.name AS branch, m.sex::text AS sex
       FROM "Member" m JOIN "MemberProfile" p ON p."memberId" = m.id
         JOIN "Membership" h ON h."memberId" = m.id AND h."endsOn" IS NULL JOIN "Branch" b ON b.id = h."branchId"
       WHERE b.name = $1 AND length(p."birthOn") = 10
         AND (SELECT count(*) FROM "Member" n WHERE n."nameKey" = m."nameKey") = 1
         AND NOT EXISTS (SELECT 1 FROM "AccountMember" a WHERE a."memberId" = m.id)
       ORDER BY m.id LIMIT 2`,
    [HOME],
  );
  const [known, doubtful] = people;
  if (!known || !doubtful) throw new Error("no sample");
  const sex = (of: { sex: string }) => (of.sex === "FEMALE" ? "Nữ" : "Nam");
  return [
    [1, NEW, "Nam", "15/08/1985", "Thái", HOME, JOINED, "Trồng trọt"],
    [2, known.name, sex(known), known.born.split("-").toReversed().join("/"), null, known.branch, null, "Nuôi ong"],
    [3, "Hờ A Sai Ngày", "Nam", "31/02/1970", "Thái", HOME, JOINED, null],
    [4, doubtful.name, sex(doubtful), doubtful.born.slice(0, 4), "Thái", "Chiềng Hin", JOINED, null],
    [null, "Tổng cộng: 4 đồng chí", null, null, null, null, null, null],
  ];
}

/** Every row about every member of the branches that the file names, in one sum. */
async function sumOfMembers(): Promise<string> {
  const tables = ["MemberProfile", "MemberSensitive", "MemberIdentity", "Membership", "MemberStatus"];
  const parts = tables.map((table) => `SELECT '${table}' || t::text AS line, t."memberId" FROM "${table}" t`);
  const [row] = await ownerRows<{ sum: string }>(
    `SELECT md5(string_agg(line, '' ORDER BY line)) AS sum
       FROM (SELECT 'Member' || m::text AS line, m.id AS "memberId" FROM "Member" m UNION ALL ${parts.join(" UNION ALL ")}) x
       WHERE "memberId" IN (SELECT h."memberId" FROM "Membership" h JOIN "Branch" b ON b.id = h."branchId"
         WHERE b.name = $1 OR b.name LIKE '%Chiềng Hin')`,
    [HOME],
  );
  return row?.sum ?? "";
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto("/imports/new");
  await page.setInputFiles("input[name=file]", { name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Đọc tệp" }).click();
}

async function checkColumns(page: Page): Promise<void> {
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}\/columns$/);
  await page.getByRole("button", { name: "Kiểm tra các dòng" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

test("a roster is brought from a file, tells what to repair, and is taken back whole", async ({ as }) => {
  const page = await as("vanphong", PHONE);
  await upload(page, "trang.xls", Buffer.from("<html><table><tr><td>Họ và tên</td></tr></table></html>"));
  await expect(page.getByText(/trang web đổi đuôi/).first()).toBeVisible();
  await expectGoodScreen(page);
  const before = await sumOfMembers();
  const rows = await uglyRows();
  await upload(page, "danh sách xấu.xlsx", await workbook(rows));
  await page.waitForURL(/\/columns$/);
  await expect(page.getByLabel("Ghép với: Họ và tên")).toBeVisible();
  await expectGoodScreen(page);
  await checkColumns(page);
  await expect(page.getByText("«31/02/1970» không phải ngày có thật")).toBeVisible();
  await expect(page.getByText(/Dòng 7, cột Sinh ngày/)).toBeVisible();
  await expectGoodScreen(page);
  const check = new URL(page.url()).pathname;
  await follow(page.locator(`a[href^="${check}/rows?outcome="]`).first());
  await expectGoodScreen(page);
  await page.goto(`${check}/repairs/0`);
  await expectGoodScreen(page);
  await page.goto(check);

  await page.getByRole("link", { name: "Quyết định các dòng có thể trùng" }).click();
  await page.waitForURL(/\/duplicates$/);
  await expectGoodScreen(page);
  await page.getByLabel("Bỏ dòng này").check();
  await page.getByRole("button", { name: "Lưu quyết định" }).click();
  await page.getByRole("link", { name: "Về kết quả kiểm tra" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  expect(await sumOfMembers()).toBe(before);

  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(page.getByText("Đã nhập xong")).toBeVisible({ timeout: 60_000 });
  await expectGoodScreen(page);
  const importPage = page.url();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải các dòng lỗi về" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dong-loi.*\.xlsx$/);
  const after = await sumOfMembers();
  expect(after).not.toBe(before);

  await upload(page, "lần nữa.xlsx", await workbook(rows.slice(0, 2)));
  await checkColumns(page);
  await expect(page.getByText("Tệp này không làm thay đổi sổ")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ghi vào sổ" })).toHaveCount(0);
  await page.getByRole("button", { name: "Bỏ lần nhập này" }).click();
  await page.waitForURL(/\/imports$/);
  await expectGoodScreen(page);
  expect(await sumOfMembers()).toBe(after);

  const leader = await as("bithu", PHONE);
  await moveBack(leader, "passwordGivenAt", 0);
  await leader.goto(importPage);
  await leader.getByRole("link", { name: "Hoàn tác lần nhập" }).click();
  await leader.waitForURL(/\/undo$/);
  await expectGoodScreen(leader);
  await leader.getByRole("button", { name: "Hoàn tác lần nhập" }).click();
  await expect(leader.getByText("Đã hoàn tác toàn bộ lần nhập này")).toBeVisible();
  expect(await sumOfMembers()).toBe(before);
});

test("a file of another kind is refused with the way to save it anew, also without JavaScript", async ({ as }) => {
  const page = await as("vanphong", { javaScript: "off" });
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]);
  await upload(page, "danh-sach.xlsx", old);
  await expect(page.getByText(/Excel đời cũ/).first()).toBeVisible();
  await expect(page.getByText(/Lưu thành/).first()).toBeVisible();
});

test("a secretary's file with somebody of another branch is sent back with the line", async ({ as }) => {
  const page = await as("thin");
  await upload(page, "của chi bộ.xlsx", await workbook([[1, NEW, "Nam", "1985", "Thái", "Nà An", JOINED, null]]));
  await checkColumns(page);
  await expect(page.getByText("Cả tệp bị trả lại")).toBeVisible();
  await expect(page.getByText(/Dòng 5 không phải đảng viên/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Ghi vào sổ" })).toHaveCount(0);
  await expectGoodScreen(page);
});

test("a secretary edits the branch's book in a spreadsheet, and only what is ticked is written", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/imports/new");
  await expectGoodScreen(page);
  await page.getByLabel("Chi bộ", { exact: true }).selectOption({ label: "Chi bộ bản Nà An" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tải sổ về để sửa" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^so-chi-bo_\d{4}-\d{2}-\d{2}\.xlsx$/);
  const [book] = (await readXlsx(readFileSync(await download.path()))).sheets;
  const [heads = [], ...rows] = book?.rows ?? [];
  const [informatics, languages] = [heads.indexOf("Tin học"), heads.indexOf("Ngoại ngữ")];
  const last = rows.length - 1;
  const edited = rows.map((row, place) =>
    row.map((cell, column) =>
      place !== last ? cell : ({ [informatics]: "Cơ bản", [languages]: "Lào" }[column] ?? cell),
    ),
  );
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: "Sổ", rows: [heads, ...edited] }] }));
  await upload(page, "sổ đã sửa.xlsx", bytes);
  await checkColumns(page);

  await follow(page.getByRole("link", { name: "Đối chiếu theo tên" }));
  await expect(page.getByText("Có mục khác nhau: 1 người")).toBeVisible();
  await expect(page.getByText("Không ai chỉ có trong sổ")).toBeVisible();
  await expectGoodScreen(page);
  await page.goBack();
  await follow(page.getByRole("link", { name: "Xem từng ô khác nhau" }));
  await expectGoodScreen(page);
  await page.getByLabel("Ngoại ngữ: (trống) → Lào").uncheck();
  await page.getByRole("button", { name: "Lưu lựa chọn trên trang này" }).click();
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  await expect(page.getByText("Đã nhập xong")).toBeVisible({ timeout: 60_000 });
  const written = await ownerRows(
    `SELECT informatics, "foreignLanguages" FROM "MemberProfile" WHERE informatics = 'Cơ bản'`,
  );
  expect(written).toEqual([{ informatics: "Cơ bản", foreignLanguages: null }]);
});
