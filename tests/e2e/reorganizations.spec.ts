import { expect } from "@playwright/test";
import { moveBack, ownerRows } from "./support/database";
import { expectProblems, fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360 };
const ENDING = `Chi bộ Quầy thuốc ${Date.now() % 10_000}`;
const SURVIVOR = "Chi bộ Trạm Y tế";
const MEMBER = "Lường Văn Quầy";

/** A branch that has stood since October, with one member of its own who leads it. */
async function openSmallBranch(): Promise<void> {
  const copied = (table: string, changes: string) =>
    `SELECT r.* FROM "${table}" t, source s, new n, jsonb_populate_record(NULL::"${table}", to_jsonb(t) || ${changes}) r`;
  await ownerRows(
    `WITH source AS (SELECT b."committeeId", b.id AS branch, h."memberId" AS member FROM "Branch" b
         JOIN "Membership" h ON h."branchId" = b.id AND h."endsOn" IS NULL WHERE b.name = $1 ORDER BY 3 LIMIT 1),
       new AS (SELECT gen_random_uuid() AS branch, gen_random_uuid() AS member),
       branch AS (INSERT INTO "Branch" ${copied("Branch", `jsonb_build_object('id', n.branch, 'name', $2::text, 'startsOn', '2026-10-01')`)}
         WHERE t.id = s.branch RETURNING id),
       member AS (INSERT INTO "Member" ${copied("Member", `jsonb_build_object('id', n.member, 'fullName', $3::text)`)}
         WHERE t.id = s.member RETURNING id),
       profile AS (INSERT INTO "MemberProfile" ${copied(
         "MemberProfile",
         `jsonb_build_object('memberId', n.member, 'cardNumber', NULL, 'oldCardNumber', NULL)`,
       )} WHERE t."memberId" = s.member RETURNING 1),
       stay AS (INSERT INTO "Membership" ("committeeId", id, "memberId", "branchId", kind, "startsOn")
         SELECT s."committeeId", gen_random_uuid(), n.member, n.branch, 'OFFICIAL', '2026-10-01' FROM source s, new n RETURNING 1)
     INSERT INTO "BranchOffice" ("committeeId", id, "branchId", "memberId", kind, "startsOn")
       SELECT s."committeeId", gen_random_uuid(), n.branch, n.member, 'SECRETARY', '2026-10-01' FROM source s, new n`,
    [SURVIVOR, ENDING, MEMBER],
  );
}

test("the office proposes that a branch joins another, a leader confirms, and everybody finds the names", async ({
  as,
}) => {
  await openSmallBranch();
  const office = await as("vanphong");
  await office.goto("/branches");
  await office.getByRole("link", { name: "Sắp xếp chi bộ" }).click();
  await office.waitForURL(/reorganize$/);
  await expectGoodScreen(office);
  await office.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(office.getByText("Chọn cách sắp xếp, ít nhất một chi bộ")).toBeVisible();
  const box = (name: string) => office.locator("label.choice", { hasText: name }).locator("input[name=from]");
  await office.locator("input[name=kind][value=MERGE]").check();
  await box(ENDING).check();
  await box(SURVIVOR).check();
  await office.locator("select[name=survivorId]").selectOption({ label: SURVIVOR });
  await office.fill("input[name=effectiveOn]", "01/11/2026");
  await office.getByRole("button", { name: "Tiếp tục" }).click();

  const form = mainForm(office);
  await expect(form.getByText(`1 đảng viên chuyển đến ${SURVIVOR}`)).toBeVisible();
  await expect(form.getByText(MEMBER).first()).toBeVisible();
  await expectGoodScreen(office);
  await form.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expectProblems(office, { decisionOn: "Nhập ngày theo dạng ngày/tháng/năm" });
  await fillIn(form, {
    decisionNumber: "31-QĐ/ĐU",
    decisionOn: "28/10/2026",
    decisionBody: "Ban Thường vụ Đảng ủy",
  });
  const settle = form.locator("select[name^=to-]");
  await settle.selectOption({ label: "Kết thúc cùng chi bộ cũ" });
  await form.getByRole("button", { name: "Gửi đề nghị" }).click();
  await office.waitForURL(/\/branches\/reorganizations\/[0-9a-f-]{36}\?done=proposed/);
  const path = new URL(office.url()).pathname;
  await expect(office.getByText(`${ENDING} → ${SURVIVOR} (1 đảng viên)`)).toBeVisible();
  await expect(office.getByRole("row", { name: MEMBER })).toContainText("Kết thúc");
  await expect(office.getByRole("button", { name: "Xác nhận sắp xếp" })).toHaveCount(0);
  await expectGoodScreen(office);

  const secretary = await as("nobody", PHONE);
  await signIn(secretary, "tramyte");
  expect((await secretary.request.get(path, { maxRedirects: 0 })).status()).toBe(404);

  const leader = await as("bithu", PHONE);
  await moveBack(leader, "passwordGivenAt", 0);
  await leader.goto("/branches");
  await leader.getByRole("link", { name: new RegExp(`Hợp nhất: .*${ENDING}`) }).click();
  await leader.waitForURL(new RegExp(path));
  await expectGoodScreen(leader);
  await leader.getByRole("button", { name: "Xác nhận sắp xếp" }).click();
  await leader.waitForURL(/done=confirmed/);
  await expectGoodScreen(leader);

  await office.goto("/branches?on=2026-10-31");
  await expect(office.getByRole("link", { name: ENDING }).first()).toBeVisible();
  await office.getByRole("link", { name: ENDING }).first().click();
  await expect(office.getByText(`${SURVIVOR} tiếp nối từ 01/11/2026`)).toBeVisible();
  await expectGoodScreen(office);

  const [branch] = await ownerRows<{ id: string }>(`SELECT id FROM "Branch" WHERE name = $1`, [SURVIVOR]);
  await secretary.goto(`/branches/${branch?.id}`);
  await expect(secretary.getByText(`Tiếp nối ${ENDING} từ 01/11/2026`)).toBeVisible();
  await expect(secretary.getByText(MEMBER).first()).toBeVisible();
  await expectGoodScreen(secretary);
  await secretary.getByRole("link", { name: /Quyết định số 31-QĐ\/ĐU/ }).click();
  await expect(secretary.getByRole("heading", { name: "Hợp nhất" })).toBeVisible();
  await expect(secretary.getByText(MEMBER)).toHaveCount(0);
  await expectGoodScreen(secretary);
});

test("a village is to be renamed with its head, and a merger of communes has its page", async ({ as }) => {
  const office = await as("vanphong");
  await office.goto("/branches/villages");
  await office.locator("label.choice", { hasText: "Bản Tưn" }).locator("input").check();
  await office.fill("input[name=effectiveOn]", "01/11/2026");
  await office.getByRole("button", { name: "Tiếp tục" }).click();
  const form = mainForm(office);
  await fillIn(form, {
    "name-1": "Bản Thín",
    decisionNumber: "12/NQ-HĐND",
    decisionOn: "20/10/2026",
    decisionBody: "Hội đồng nhân dân xã",
  });
  for (const head of await form.locator("select[name^=head-]").all()) await head.selectOption("1");
  await expectGoodScreen(office);
  await form.getByRole("button", { name: "Ghi thay đổi của bản" }).click();
  await expectProblems(office, { "name-1": "Đã có bản tên Bản Thín vào ngày đó" });
  await office.goto("/committee/names/succeed");
  await expect(office.locator("textarea[name=predecessors]")).toHaveValue("Đảng bộ xã Xuân Nha");
  await expectGoodScreen(office);
});
