import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

test("one field of many members is edited, looked at before, and taken back", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/members?sex=FEMALE");
  await follow(page.getByRole("link", { name: "Sửa hàng loạt" }));
  await expectGoodScreen(page);
  await page.getByLabel("Mục cần sửa", { exact: true }).selectOption("Tin học");
  await page.getByRole("button", { name: "Chọn mục này" }).click();
  const form = mainForm(page, "bulk");
  await expect(form).toBeVisible();
  await expectGoodScreen(page);

  await fillIn(form, { value: "Ứng dụng cơ bản" });
  await form.getByRole("button", { name: "Xem lại trước khi ghi" }).click();
  await expectRefusal(page, "Đánh dấu ít nhất một đảng viên");
  const people = form.locator('input[name="members"]');
  for (const place of [0, 1, 2]) await people.nth(place).check();
  await form.getByRole("button", { name: "Xem lại trước khi ghi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Xem lại trước khi ghi" })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Sửa 3 hồ sơ" }).click();
  await expect(page.getByText("Đã sửa 3 hồ sơ: Tin học, Ứng dụng cơ bản.")).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Hoàn tác 3 hồ sơ" }).click();
  await expect(page.getByText("3 hồ sơ trở lại như trước")).toBeVisible();
  await expectGoodScreen(page);
});

test("a secretary edits the own branch without JavaScript, all that the list finds", async ({ as }) => {
  const page = await as("thin", { javaScript: "off" });
  await page.goto("/members");
  await page.getByRole("link", { name: "Sửa hàng loạt" }).click();
  await page.getByLabel("Mục cần sửa", { exact: true }).selectOption("Ngoại ngữ, tiếng dân tộc");
  await page.getByRole("button", { name: "Chọn mục này" }).click();
  await page.fill("main input[name=value]", "Tiếng Lào");
  await page.getByLabel(/^Tất cả \d+ đảng viên/).check();
  await page.getByRole("button", { name: "Xem lại trước khi ghi" }).click();
  await page.getByRole("button", { name: /^Sửa \d+ hồ sơ$/ }).click();
  await page.getByRole("button", { name: /^Hoàn tác \d+ hồ sơ$/ }).click();
  await expect(page.getByText("trở lại như trước")).toBeVisible();
  await page.goto("/members/bulk");
  await expect(page.getByRole("link", { name: "Ngoại ngữ, tiếng dân tộc: Tiếng Lào" })).toBeVisible();
});
