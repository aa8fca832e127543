import { expect } from "@playwright/test";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { PASSWORD } from "./support/people";
import { test } from "./support/test";

test("without JavaScript a secretary signs in, reads, searches, filters and saves a record", async ({ as }) => {
  const page = await as("nobody", { javaScript: "off", width: 360, height: 740 });
  const summary = page.locator(".error-summary");

  await test.step("the sign-in keeps the name and the way that was asked for", async () => {
    await page.goto("/members?on=2022-12-31");
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
    const form = mainForm(page, "sign-in");
    await fillIn(form, { username: "muongan", password: "không phải mật khẩu" });
    await form.getByRole("button").click();
    await expect(summary).toBeVisible();
    await expectEntries(form, { username: "muongan", password: "" });
    await fillIn(form, { password: PASSWORD });
    await form.getByRole("button").click();
    await expect(page).toHaveURL(/\/members\?on=2022-12-31$/);
  });

  await test.step("the list is searched and filtered", async () => {
    await expect(page.locator("main p[role=status]")).toHaveText("22 đảng viên tại ngày 31/12/2022");
    await page.locator("summary", { hasText: "Lọc" }).click();
    await page.getByRole("search").locator("[name=sex]").selectOption({ label: "Nam" });
    await page.getByRole("button", { name: "Áp dụng bộ lọc" }).click();
    await expect(page).toHaveURL(/sex=MALE/);
    const men = Number.parseInt(await page.locator("main p[role=status]").innerText(), 10);
    expect(men).toBeGreaterThan(0);
    expect(men).toBeLessThan(22);
    await expect(page.locator("main tbody tr")).toHaveCount(men);
    const name = await page.locator("main tbody th a").first().innerText();
    await page.getByRole("searchbox").fill(name.toUpperCase().normalize("NFD"));
    await page.getByRole("button", { name: "Tìm", exact: true }).click();
    await expect(page.locator("main tbody th a").first()).toHaveText(name);
  });

  await test.step("a record is refused with words beside the field, keeps what was typed, and is saved", async () => {
    await page.goto("/members");
    await page.locator("main tbody th a").nth(8).click();
    await page.getByRole("link", { name: "Sửa hồ sơ" }).click();
    const form = mainForm(page);
    const typed = { occupation: "Nuôi cá lồng", birthOn: "30/02/1970", theoryLevel: "Trung cấp", sex: "Nữ" };
    await fillIn(form, typed);
    await form.getByRole("button", { name: "Lưu hồ sơ" }).click();
    const words = "«30/02/1970» không phải ngày có thật. Kiểm tra lại ngày và tháng.";
    await expect(summary.getByRole("link", { name: words })).toBeVisible();
    await expect(page.locator("#form-birthOn-error")).toContainText(words);
    await expectEntries(form, typed);
    await fillIn(form, { birthOn: "1970" });
    await form.getByRole("button", { name: "Lưu hồ sơ" }).click();
    await expect(page.getByText("Đã lưu hồ sơ.")).toBeVisible();
    await expect(page.getByText("Nuôi cá lồng")).toBeVisible();
  });

  await test.step("the way out is open too", async () => {
    await page.locator(".bottom-bar summary").click();
    await page.locator(".bottom-bar form[action='/sign-out'] button").click();
    await expect(page.getByText("Đồng chí đã đăng xuất.")).toBeVisible();
    await page.goto("/members");
    await expect(page).toHaveURL(/sign-in/);
  });
});

test("without JavaScript a file beyond all bounds is refused on a page, with the way back", async ({ as }) => {
  const page = await as("vanphong", { javaScript: "off" });
  await page.goto("/imports/new");
  const buffer = Buffer.alloc(30_000_000, "x");
  await page.locator("#upload-file").setInputFiles({ name: "so.xlsx", mimeType: "application/octet-stream", buffer });
  await page.locator("#upload button[type=submit]").click();
  await expect(page.getByRole("heading", { name: "Tệp quá lớn" })).toBeVisible();
  await page.getByRole("link", { name: "Quay lại" }).click();
  await expect(page).toHaveURL(/\/imports\/new$/u);
});
