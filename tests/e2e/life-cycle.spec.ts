import { expect, type Page } from "@playwright/test";
import { ownerRows } from "./support/database";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const CANDIDATE = "Hờ A Kết Nạp";

const PHONE = { width: 360 };
const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status();

/** Fills the controls of the page's own form in by their names. */
async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`main input[name=${name}]`).fill(value);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** How many official members the branch's page of votes counts today. */
async function counted(page: Page): Promise<number> {
  const told = await page.getByText(/đảng viên được tính, gồm/).innerText();
  return Number(/: (\d+) đảng viên được tính/u.exec(told)?.[1]);
}

async function preparePapers(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/papers`);
  for (const paper of await page.locator("main input[inputmode=numeric]").all()) await paper.fill("15/09/2026");
  await expectGoodScreen(page);
  await press(page, "Lưu giấy tờ");
  await page.waitForURL(/done=/);

  await page.goto(`${path}/conditions`);
  await fill(page, { certificateNumber: "44/GCN", certificateOn: "10/06/2026", certificateBy: "Trung tâm Chính trị" });
  for (const place of [1, 2]) {
    await page.locator(`select[name=introducer${place}]`).selectOption({ index: place });
    await page.locator(`select[name=tie${place}]`).selectOption("RESIDENCE");
    await fill(page, { [`togetherSinceOn${place}`]: "01/01/2022" });
  }
  await expectGoodScreen(page);
  await press(page, "Lưu điều kiện");
  await page.waitForURL(/done=/);
}

async function vote(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/vote`);
  const all = await counted(page);
  const present = String(all - 1);
  await fill(page, { heldOn: "01/10/2026", present, yes: present, no: "1", blank: "0" });
  await page.locator("input[name=method][value=SECRET_BALLOT]").check();
  await press(page, "Ghi kết quả");
  await expect(page.getByText(/phiếu/).first()).toBeVisible();
  await expect(page.locator("[role=alert], .error-summary").first()).toBeVisible();
  await expect(page.locator("main input[name=yes]")).toHaveValue(present);
  await fill(page, { no: "0" });
  await expectGoodScreen(page);
  await press(page, "Ghi kết quả");
  await page.waitForURL(/done=/);
  await expect(page.getByText("Đủ phiếu").first()).toBeVisible();
}

test("a candidate becomes a probationary member: the branch prepares and votes, the office records, a leader confirms", async ({
  as,
}) => {
  test.setTimeout(300_000);
  const secretary = await as("naan", PHONE);
  await secretary.goto("/admissions/new");
  await expectGoodScreen(secretary);
  await fill(secretary, { openedOn: "01/09/2026", fullName: CANDIDATE, birthOn: "12/04/1999", ethnicity: "Mông" });
  await secretary.locator("input[name=sex][value=MALE]").check();
  await secretary.locator("select[name=education]").selectOption("UPPER_SECONDARY");
  await press(secretary, "Mở hồ sơ");
  await secretary.waitForURL(/\/admissions\/[0-9a-f-]{36}/);
  const path = new URL(secretary.url()).pathname;
  await expectGoodScreen(secretary);
  await secretary.goto(`${path}/candidate`);
  await expectGoodScreen(secretary);
  await expect(secretary.locator("main input[name=fullName]")).toHaveValue(CANDIDATE);

  expect(await statusOf(secretary, `${path}/decision`)).toBe(403);
  await preparePapers(secretary, path);
  await vote(secretary, path);

  const office = await as("vanphong");
  await office.goto(`${path}/decision`);
  await office.locator("input[name=decidedBy][value=STANDING_COMMITTEE]").check();
  await office.locator("input[name=method][value=CARD]").check();
  await fill(office, { decisionNumber: "77-QĐ/ĐU", decidedOn: "20/10/2026", minutesNumber: "21-BB/ĐU" });
  await fill(office, { present: "5", yes: "5", no: "0", blank: "0" });
  await expectGoodScreen(office);
  await press(office, "Ghi quyết định");
  await office.waitForURL(/done=/);
  await office.goto(`${path}/confirm`);
  await expect(office.getByRole("button", { name: "Xác nhận quyết định" })).toHaveCount(0);

  const leader = await as("bithu", PHONE);
  await leader.goto(`${path}/confirm`);
  await expectGoodScreen(leader);
  await press(leader, "Xác nhận quyết định");
  await leader.waitForURL(/done=/);

  await office.goto(`${path}/ceremony`);
  await fill(office, { ceremonyOn: "02/11/2026" });
  await press(office, "Tiếp tục");
  await office.waitForURL(/step=check/);
  await expectGoodScreen(office);
  await press(office, "Ghi lễ kết nạp");
  await office.waitForURL(/done=/);

  const [member] = await ownerRows(
    `SELECT p."admittedOn"::text AS admitted, p."ceremonyOn"::text AS ceremony, p."officialOn" AS official,
        h."startsOn"::text AS since, b.name LIKE '%Nà An' AS "isOwn"
       FROM "Member" m JOIN "MemberProfile" p ON p."memberId" = m.id JOIN "Membership" h ON h."memberId" = m.id
         JOIN "Branch" b ON b.id = h."branchId" WHERE m."fullName" = $1`,
    [CANDIDATE],
  );
  expect(member).toEqual({
    admitted: "2026-10-20",
    ceremony: "2026-11-02",
    official: null,
    since: "2026-11-02",
    isOwn: true,
  });
  await secretary.goto("/admissions?tab=probation");
  await expect(secretary.getByText(CANDIDATE)).toBeVisible();
  await expect(secretary.getByText("02/11/2027")).toBeVisible();
  await expect(secretary.getByRole("link", { name: /Xem hồ sơ/ }).first()).toBeVisible();
  await expectGoodScreen(secretary);
});

test("a member moves between branches by two people, and each branch sees its own side", async ({ as }) => {
  test.setTimeout(240_000);
  const [mover] = await ownerRows<{ id: string; name: string; target: string }>(
    `SELECT m.id, m."fullName" AS name, (SELECT id FROM "Branch" WHERE name LIKE '%bản Thín') AS target
       FROM "Member" m JOIN "Membership" h ON h."memberId" = m.id AND h."endsOn" IS NULL AND h.kind = 'OFFICIAL'
         JOIN "Branch" b ON b.id = h."branchId" AND b.name LIKE '%bản Nà An'
       WHERE NOT EXISTS (SELECT 1 FROM "BranchOffice" o WHERE o."memberId" = m.id AND o."endsOn" IS NULL)
         AND NOT EXISTS (SELECT 1 FROM "AccountMember" a WHERE a."memberId" = m.id)
         AND NOT EXISTS (SELECT 1 FROM "CommitteeOffice" o WHERE o."memberId" = m.id AND o."endsOn" IS NULL)
         AND NOT EXISTS (SELECT 1 FROM "MemberStatus" s WHERE s."memberId" = m.id)
         AND NOT EXISTS (SELECT 1 FROM "Dossier" d WHERE d."memberId" = m.id) ORDER BY m.id DESC LIMIT 1`,
  );
  if (!mover) throw new Error("nobody to move");
  const sender = await as("naan", PHONE);
  await sender.goto(`/transfers/new?member=${mover.id}`);
  await expectGoodScreen(sender);
  await sender.locator("input[name=direction][value=WITHIN]").check();
  await sender.locator("select[name=toBranchId]").selectOption(mover.target);
  await sender.locator("select[name=cause]").selectOption("RESIDENCE");
  await fill(sender, { effectiveOn: "01/11/2026" });
  await press(sender, "Gửi đề nghị");
  await sender.waitForURL(/\/transfers\/[0-9a-f-]{36}\?done=proposed/);
  const path = new URL(sender.url()).pathname;
  await expectGoodScreen(sender);
  expect(await statusOf(sender, `${path}/accept`)).toBe(403);

  const stranger = await as("nobody", PHONE);
  await signIn(stranger, "tun");
  expect(await statusOf(stranger, path)).toBe(404);
  const receiver = await as("thin", PHONE);
  await receiver.goto("/transfers");
  await expect(receiver.getByText(mover.name)).toBeVisible();

  const leader = await as("bithu", PHONE);
  await leader.goto(path);
  await leader.getByRole("link", { name: "Xác nhận chuyển" }).click();
  await leader.waitForURL(/\/accept$/);
  await expectGoodScreen(leader);
  await press(leader, "Xác nhận chuyển");
  await leader.waitForURL(/done=accepted/);

  await receiver.goto(`${path}/receive`);
  await fill(receiver, { receivedOn: "03/11/2026" });
  await expectGoodScreen(receiver);
  await receiver.locator("main form button[type=submit]").click();
  await receiver.waitForURL(/done=received/);
  const stays = await ownerRows(
    `SELECT b.name LIKE '%Thín' AS "isNew", h."startsOn" >= '2026-11-01' AS "isLater", h."endsOn"::text AS ends
       FROM "Membership" h JOIN "Branch" b ON b.id = h."branchId" WHERE h."memberId" = $1 ORDER BY h."startsOn" DESC LIMIT 2`,
    [mover.id],
  );
  expect(stays).toEqual([
    { isNew: true, isLater: true, ends: null },
    { isNew: false, isLater: false, ends: "2026-11-01" },
  ]);
  expect(await statusOf(receiver, `/members/${mover.id}/edit`)).toBe(200);
  expect(await statusOf(sender, `/members/${mover.id}/edit`)).toBe(403);
  await sender.goto("/transfers?tab=done");
  await expect(sender.getByText(mover.name)).toBeVisible();
});

test("the letter and the end of temporary activity, and the way back into the Party, are whole", async ({ as }) => {
  const [sample] = await ownerRows<{ away: string; gone: string; name: string }>(
    `SELECT t.id AS away, m.id AS gone, m."fullName" AS name
       FROM "Transfer" t, "Member" m JOIN "Membership" h ON h."memberId" = m.id AND h."endReason" = 'MOVED_AWAY'
       WHERE t.kind = 'TEMPORARY' AND t.direction = 'OUT' AND t."letterNumber" IS NOT NULL ORDER BY m.id LIMIT 1`,
  );
  if (!sample) throw new Error("nobody is away");
  const office = await as("vanphong");
  await office.goto(`/transfers/${sample.away}/letter`);
  await expect(office.locator("main")).toContainText("04-GT/ĐU");
  await expectGoodScreen(office);
  await office.goto(`/transfers/${sample.away}/end`);
  await expect(office.locator("main form")).toBeVisible();
  await expectGoodScreen(office);
  await office.goto(`/admissions/readmission?member=${sample.gone}`);
  await expect(office.locator("h1")).toContainText(sample.name);
  await expectGoodScreen(office);
});
