import { expect } from "@playwright/test";
import { awake } from "./support/awake";
import { expectAccessible, expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

test("a few words lead to a page or a member, and the keys are listed; focus comes back", async ({ as }) => {
  const page = await as("naan");
  await page.goto("/members");
  const box = page.getByRole("searchbox");
  await awake(box);
  await box.focus();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Đến trang hoặc đảng viên" });
  await palette.getByRole("textbox").fill("ngan");
  const member = palette.getByRole("link", { name: /Ngần .*Nà An/ }).first();
  await expect(member).toBeVisible();
  await expect(palette.getByRole("link", { name: /Thín$/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await expect(box).toBeFocused();

  await page.keyboard.press("Control+k");
  await palette.getByRole("textbox").fill("xep loai");
  await expect(palette.getByRole("link", { name: "Xếp loại", exact: true })).toBeVisible();
  await expect(palette.getByRole("link", { name: "Hồ sơ trùng" })).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(palette.getByRole("link", { name: "Xếp loại", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ratings$/);
  await expect(palette).toHaveCount(0);

  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Phím tắt" });
  await expect(keys).toContainText("Đến ô tìm của trang");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
});

test("the keys stand on a page of their own, in the person's menu, without JavaScript", async ({ as }) => {
  const page = await as("thin", { javaScript: "off" });
  await page.goto("/dashboard");
  await page.locator(".user-menu summary").click();
  await page.locator(".user-menu").getByRole("link", { name: "Phím tắt" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Phím tắt" })).toBeVisible();
  await expect(page.locator("main")).toContainText("Đến một trang hoặc một đảng viên");
});

test("the page of the keys is a good screen in both languages", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/keys");
  await expectGoodScreen(page);
});
