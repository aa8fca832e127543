import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

test("each number of the year's report of inspections opens what it counts", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/inspections?year=2022");
  await follow(page.getByRole("link", { name: "Báo cáo năm" }));
  await expect(page).toHaveURL(/\/inspections\/report\?year=2022$/u);
  await expectGoodScreen(page);
  const total = page.getByRole("region", { name: "Theo hình thức", exact: true }).locator("tbody tr").last();
  await expect(total).toContainText("Tổng số");
  await expect(total.getByRole("link").first()).toHaveText("5");
  const numbers = await page
    .locator("main tbody tr a")
    .evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute("href") ?? "", count: Number(link.textContent) })),
    );
  const distinct = [...new Map(numbers.map((one) => [one.href, one])).values()];
  expect(distinct.length).toBeGreaterThan(12);
  for (const { href, count } of distinct) {
    await page.goto(href);
    await expect(page.locator("main tbody tr"), href).toHaveCount(count);
  }
});

test("a secretary's report is of the own branch, on a phone and in English", async ({ as }) => {
  const page = await as("naan", { width: 360, height: 740, locale: "en" });
  await page.goto("/inspections/report?year=2022");
  await expectGoodScreen(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report on inspection and supervision in 2022");
});
