import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { moveBack, ownerRows } from "./support/database";
import { follow } from "./support/follow";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

test("ethnicity leaves only in a file that was ordered with its purpose", async ({ as }) => {
  const page = await as("vanphong");
  await moveBack(page, "passwordGivenAt", 0);
  const plain = await (await page.request.get("/api/export/members.csv?on=31/12/2022")).text();
  expect(plain.split("\r\n", 1)[0]).not.toContain("Dân tộc");
  const filtered = await page.request.get("/api/export/members.csv?ethnicity=Mường&on=31/12/2022");
  expect([filtered.status(), await filtered.text()]).toEqual([409, expect.stringContaining("dữ liệu nhạy cảm")]);

  await page.goto("/members?on=2022-12-31&sex=FEMALE");
  await follow(page.getByRole("link", { name: "Xuất có dân tộc" }));
  await expectGoodScreen(page);
  const purpose = `Báo cáo cơ cấu dân tộc số ${Date.now()}`;
  await page.fill("textarea[name=purpose]", purpose);
  await page.locator("#order-file button[type=submit]").click();
  await expect(page.getByText(purpose)).toBeVisible();
  await expectGoodScreen(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải tệp Excel" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dang-vien_xuan-nha_2022-12-31_[0-9A-F]{8}\.xlsx$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  const stored = await ownerRows<{ ordered: number; told: number; fetched: number }>(
    `SELECT (SELECT count(*) FROM "ExportOrder" WHERE purpose = $1)::int AS ordered,
      (SELECT count(*) FROM "AuditEvent" WHERE reason = $1)::int AS told,
      (SELECT count(*) FROM "AccessLog" WHERE params ->> 'purpose' = $1)::int AS fetched`,
    [purpose],
  );
  expect(stored).toEqual([{ ordered: 1, told: 1, fetched: 1 }]);
});

test("the page that orders a file is nobody's but the office's", async ({ as }) => {
  const page = await as("bithu");
  await page.goto("/members/export");
  await expect(page.locator("#order-file")).toHaveCount(0);
});
