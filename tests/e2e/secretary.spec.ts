import { expect, type Page } from "@playwright/test";
import { answerAt } from "./support/answer";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { expectGoodScreen, expectNoSidewaysScroll } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };

test("on a phone a secretary lands on the own four entries and sees nobody else's", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chi bộ bản Nà An");
  await expectGoodScreen(page);
  const entries = page.locator(".big-entry");
  await expect(entries).toHaveCount(4);
  for (const entry of await entries.all()) expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await follow(entries.filter({ hasText: "Sinh hoạt chi bộ" }));
  await expect(page).toHaveURL(/\/meetings/);
  await page.goBack();
  await page.locator(".bottom-bar").getByRole("link", { name: "Đảng viên" }).click();
  await expect(page).toHaveURL(/\/members$/);
  await page.goto("/members?on=2022-12-31&size=all");
  await expect(page.locator("main p[role=status]")).toHaveText("25 đảng viên tại ngày 31/12/2022");
  const branches = await page.locator("main tbody td", { hasText: /^Chi bộ/ }).allInnerTexts();
  expect([...new Set(branches)]).toEqual(["Chi bộ bản Nà An"]);
  await expectNoSidewaysScroll(page);
  await page.getByRole("searchbox").fill("ngan");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await expect(page.getByRole("link", { name: "Bỏ lọc Từ tìm: ngan" })).toBeVisible();
  const found = Number.parseInt(await page.locator("main p[role=status]").innerText(), 10);
  expect(found).toBeLessThan(25);
});

test("a secretary edits a member of the own branch from the phone", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/members");
  await page.locator("main tbody th a").nth(4).click();
  await page.getByRole("link", { name: "Sửa hồ sơ" }).click();
  await fillIn(mainForm(page), { phone: "0900 555 666", occupation: "Nuôi ong" });
  await mainForm(page).getByRole("button", { name: "Lưu hồ sơ" }).click();
  await expect(page.getByText("Đã lưu hồ sơ.")).toBeVisible();
  await expect(page.getByRole("link", { name: "0900 555 666" })).toHaveAttribute("href", /^tel:/);
  await expect(page.getByRole("link", { name: /Sửa số thẻ|Chuyển chi bộ/ })).toHaveCount(0);
});

test("what belongs to another branch is answered as if it did not exist", async ({ as }) => {
  const [office, page] = [await as("vanphong"), await as("naan", PHONE)];
  await office.goto("/members?on=2022-12-31&size=all");
  await page.goto("/members?on=2022-12-31&size=all");
  const own = new Set(await addressesOn(page));
  const foreign = (await addressesOn(office)).find((address) => !own.has(address)) ?? "";
  for (const [there, nowhere] of [
    [foreign, "/members/00000000-0000-4000-8000-000000000000"],
    [`${foreign}/edit`, "/members/00000000-0000-4000-8000-000000000000/edit"],
  ]) {
    const none = await answerAt(page, nowhere ?? "");
    expect(none.status).toBe(404);
    expect(await answerAt(page, there ?? "")).toEqual(none);
  }
  for (const path of ["/members/new", "/branches/new", "/accounts", "/assignments/plans", "/ratings/new"]) {
    expect([path, (await page.goto(path))?.status() === 200]).toEqual([path, false]);
  }
});

test("a file holds the own branch for a secretary and everybody for the office", async ({ as }) => {
  const [secretary, office] = [await as("naan"), await as("vanphong")];
  const rows = async (page: Page) => {
    const answer = await page.request.get("/api/export/members.csv?on=2022-12-31");
    return (await answer.text()).trim().split("\r\n").slice(1);
  };
  const own = await rows(secretary);
  expect(own).toHaveLength(25);
  expect(own.filter((row) => !row.includes("Nà An"))).toEqual([]);
  expect(await rows(office)).toHaveLength(232);
  const workbook = await office.request.get("/api/export/members.xlsx?on=2022-12-31");
  expect(workbook.headers()["content-disposition"]).toContain("attachment");
  expect((await workbook.body()).subarray(0, 2).toString()).toBe("PK");
});

async function addressesOn(page: Page): Promise<string[]> {
  return page
    .locator("main tbody a[href^='/members/']")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
}
