import { expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { signIn } from "./support/people";
import { expectNoSidewaysScroll } from "./support/screen";
import { test } from "./support/test";

const lists = ["/dashboard?year=2022", "/branches", "/members", "/committee", "/ratings/2022", "/account/rights"];

/** Everything whose overflow is cut leaves room for marks above and below the letters. */
async function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((one) => one.checkVisibility() && one.clientHeight > 4 && one.textContent?.trim())
      .filter((one) => {
        const { overflowX, overflowY, lineHeight, fontSize } = getComputedStyle(one);
        const isCut = overflowX !== "visible" || overflowY !== "visible";
        return isCut && Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.49;
      })
      .map((one) => `${one.tagName}.${one.className}`),
  );
}

test("no mark over a letter is cut, and nothing scrolls sideways, at any text size on a small phone", async ({
  as,
  baseURL,
}) => {
  const page = await as("vanphong", { width: 320, height: 700 });
  for (const size of ["100", "130"]) {
    await page.context().addCookies([{ name: "text-size", value: size, url: baseURL ?? "" }]);
    for (const path of lists) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("data-text-size", size);
      expect([path, size, await clippedTexts(page)]).toEqual([path, size, []]);
      await expectNoSidewaysScroll(page);
    }
  }
});

test("text size, language and columns follow the person to another device", async ({ as }) => {
  const page = await as("nobody");
  await signIn(page, "chienghin");
  await page.locator("header button[value='130']").click();
  await page.locator("header button[value=en]").click();
  await page.goto("/members");
  await page.getByText("Choose columns").click();
  await page.getByLabel("Born", { exact: true }).uncheck();
  await page.getByLabel("Card number", { exact: true }).check();
  await page.getByRole("button", { name: "Use these columns" }).click();
  await expect(page).toHaveURL(/cols=/);

  const other = await as("nobody");
  await signIn(other, "chienghin");
  await other.goto("/members");
  await expect(other.locator("html")).toHaveAttribute("data-text-size", "130");
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  const heads = await other.locator("main thead th").allInnerTexts();
  expect(heads.some((head) => head.includes("Card number"))).toBe(true);
  expect(heads.some((head) => head.includes("Born"))).toBe(false);
});

test("the key / goes to the search box, unless it is turned off", async ({ as }) => {
  const page = await as("nobody");
  await signIn(page, "chiengnua");
  await page.goto("/members");
  const box = page.locator("#search-q");
  await expect(box).toHaveAttribute("aria-keyshortcuts", "/");
  await page.keyboard.press("/");
  await expect(box).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(box).toHaveValue("a/b");
  await page.goto("/account");
  await page.locator("button[name=shortcuts][value=off]").click();
  await page.goto("/members");
  await awake(box);
  await expect(box).not.toHaveAttribute("aria-keyshortcuts");
  await page.keyboard.press("/");
  await expect(box).not.toBeFocused();
});

test("arrows walk the matrix of assignments, and Space opens a place", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/assignments?on=2022-12-31");
  const cell = (row: number, column: number) => page.locator("tbody tr").nth(row).locator("td").nth(column);
  await awake(page.locator(".matrix"));
  await cell(0, 0).locator("a").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(0, 1).locator("a")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cell(1, 1).locator("a")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(cell(0, 0).locator("a")).toBeFocused();
  await page.keyboard.press(" ");
  await expect(page).toHaveURL(/\/assignments\/(new|[0-9a-f-]{36})/);
});
