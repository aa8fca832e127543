import { expect } from "@playwright/test";
import { test } from "./support/test";

const HELD = /^Hồ sơ của /;

test("the office answers what is held about a member, who changed it and who read it", async ({ as }) => {
  const secretary = await as("naan");
  await secretary.goto("/members");
  await secretary.locator("main a[href^='/members/'][href*='-']").last().click();
  await expect(secretary).toHaveURL(/\/members\/[0-9a-f-]{36}$/);
  const path = new URL(secretary.url()).pathname;
  await expect(secretary.getByRole("link", { name: "Toàn bộ hồ sơ, ai đã sửa và xem" })).toHaveCount(0);
  const name = await secretary.getByRole("heading", { level: 1 }).innerText();

  const office = await as("vanphong");
  await office.goto(path);
  await office.getByRole("link", { name: "Toàn bộ hồ sơ, ai đã sửa và xem" }).click();
  await expect(office.getByRole("heading", { level: 1 })).toHaveText(`Toàn bộ hồ sơ của ${name}`);
  const changes = office.getByRole("table", { name: /^Ai đã sửa/ });
  await expect(changes.getByRole("row", { name: /Thêm đảng viên/ })).toHaveCount(1);
  const readings = office.getByRole("table", { name: /^Ai đã xem/ });
  await expect(readings.getByRole("row").nth(1)).toContainText("Mở toàn bộ hồ sơ đảng viên");
  await expect(readings.getByRole("row", { name: /Mở trang hồ sơ đảng viên.*Tòng Văn An/ }).first()).toBeVisible();
  await office.getByRole("link", { name: HELD }).click();
  await expect(office).toHaveURL(path);
});
