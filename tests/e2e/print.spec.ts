import { expect, type Page } from "@playwright/test";
import { test } from "./support/test";

const BODY = /Đảng bộ xã Xuân Nha/i;

/* A page to print, and what its head says of the list and of the filter, where it is a list. */
const pages = [
  ["/dashboard?year=2022", "Tổng quan năm 2022", "31/12/2022"],
  ["/members?on=2022-12-31&sex=FEMALE", "Đảng viên", "Giới tính: Nữ"],
  ["/branches?on=2022-12-31", "Chi bộ", "Tại ngày 31/12/2022"],
  ["/assignments?on=2022-12-31", "Phân công phụ trách chi bộ", "Tại ngày 31/12/2022"],
  ["/committee?on=2022-12-31", "Cấp ủy và Ủy ban Kiểm tra", "31/12/2022"],
  ["/committee/posts?on=2022-12-31", "Các chức danh và người kế nhiệm", "31/12/2022"],
  ["/ratings/2022?level=EXCELLENT", "Đánh giá, xếp loại năm 2022", "Hoàn thành xuất sắc"],
  ["/inspections?year=2022", "Kiểm tra, giám sát năm 2022", "2022"],
  ["/ratings", "", ""],
  ["/audit", "", ""],
  ["/accounts", "", ""],
  ["/account/rights", "", ""],
] as const;

test("every list prints with its head and without menus, and the dashboard on one sheet", async ({ as }) => {
  const page = await as("vanphong");
  const person = await nameOf(page);
  await page.emulateMedia({ media: "print" });
  for (const [path, title, filter] of pages) {
    await page.goto(path);
    const head = page.locator(".print-header, .print-head").filter({ visible: true });
    await expect(head, path).toHaveCount(1);
    await expect(head, path).toContainText(BODY);
    await expect(head, path).toContainText(title);
    await expect(head, path).toContainText(filter);
    await expect(head, path).toContainText(new RegExp(`In lúc .+ bởi ${person}`));
    for (const menu of [".side-menu", ".bottom-bar", "header.app-header", ".user-menu", "form[role=search]"]) {
      for (const one of await page.locator(menu).all()) await expect(one, `${menu} on ${path}`).toBeHidden();
    }
  }
  await page.goto("/dashboard?year=2022");
  const sheets = await sheetsOf(page);
  expect(sheets).toHaveLength(1);
  const [width = 0, height = 0] = sheets[0] ?? [];
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);

  await page.goto("/members?on=2022-12-31&size=all");
  expect((await sheetsOf(page)).length).toBeGreaterThan(3);
});

async function nameOf(page: Page): Promise<string> {
  await page.goto("/account");
  return (await page.locator("header .user-menu summary").innerText()).replace("Đ/c ", "").trim();
}

/** Width and height in points of every sheet that the page would print on. */
async function sheetsOf(page: Page): Promise<number[][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) => box.slice(1).map(Number));
}
