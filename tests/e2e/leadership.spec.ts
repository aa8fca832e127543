import { expect, type Page } from "@playwright/test";
import { test } from "./support/test";

const DASHBOARD = "/dashboard?year=2022";

/* Another journey rates this year at the same time. */
const BEING_RATED = "2025";

type Number = { href: string; words: string };

test.describe.configure({ mode: "parallel", timeout: 300_000 });

test("the paragraph of 2022 states the year of the report", async ({ as }) => {
  for (const [locale, share] of [
    ["vi", "90,5% (200/221)"],
    ["en", "90.5% (200/221)"],
  ] as const) {
    const page = await as("bithu", { locale });
    await page.goto(DASHBOARD);
    const paragraph = page.getByTestId("year-paragraph");
    const linked = await paragraph.getByRole("link").allInnerTexts();
    expect(linked.map((words) => Number.parseInt(words, 10))).toEqual(
      expect.arrayContaining([232, 12, 5, 1, 100, 33, 11]),
    );
    expect(linked).toContain(share);
    expect(linked.filter((words) => /12(\/| of )12/.test(words))).toHaveLength(2);
  }
});

test("every number of the dashboard opens a list of exactly that many", async ({ as }) => {
  const page = await as("bithu");
  await page.goto(DASHBOARD);
  const numbers = await numbersOn(page);
  expect(numbers.length).toBeGreaterThan(60);
  for (const number of numbers) await expectToOpenItsList(page, number);
});

test("in English the numbers are the same and open the same lists", async ({ as }) => {
  const [vietnamese, english] = [await as("bithu", { javaScript: "off" }), await as("bithu", { locale: "en" })];
  await vietnamese.goto(DASHBOARD);
  await english.goto(DASHBOARD);
  const numbers = await numbersOn(english);
  const plain = (all: Number[]) => all.map(({ href, words }) => [href, amountIn(words)]);
  expect(plain(numbers)).toEqual(plain(await numbersOn(vietnamese)));
  const paragraph = await numbersOn(english, "[data-testid=year-paragraph]");
  expect(paragraph.length).toBeGreaterThanOrEqual(12);
  for (const number of paragraph) await expectToOpenItsList(english, number);
});

test("a secretary reads the commune's numbers without links, and the own branch's with them", async ({ as }) => {
  const page = await as("naan");
  await page.goto(DASHBOARD);
  const paragraph = page.getByTestId("year-paragraph");
  await expect(paragraph).toContainText("232 đảng viên");
  await expect(paragraph).toContainText("90,5% (200/221)");
  const branch = (await page.getByRole("link", { name: "Mở Chi bộ bản Nà An" }).getAttribute("href"))
    ?.split("/")
    .at(-1);
  const numbers = await numbersOn(page);
  expect(numbers.map(({ words }) => amountIn(words))).toEqual([25, 21]);
  for (const number of numbers) {
    expect(number.href).toContain(`branch=${branch}`);
    await expectToOpenItsList(page, number);
  }
});

/** The numbers that open a list, each list once under each number. */
async function numbersOn(page: Page, within = "main"): Promise<Number[]> {
  const links = await page
    .locator(`${within} a[href]`)
    .evaluateAll((all) =>
      all.map((link) => ({ href: link.getAttribute("href") ?? "", words: link.textContent?.trim() ?? "" })),
    );
  const lists = links.filter(
    ({ href }) =>
      !/^\/(dashboard|branches\/|difficulties\/|tasks\/)/.test(href) && !href.startsWith(`/ratings/${BEING_RATED}`),
  );
  const keyOf = ({ href, words }: Number) => `${href} ${amountIn(words)} ${isOfBranches(words)}`;
  return lists.filter((one, place) => lists.findIndex((other) => keyOf(other) === keyOf(one)) === place);
}

/** A share counts as many as its upper number; a level is no amount. */
function amountIn(words: string): number | null {
  const found = /(\d+)\/\d+/.exec(words) ?? /^(\d+)/.exec(words);
  return found ? Number(found[1]) : null;
}

async function expectToOpenItsList(page: Page, { href, words }: Number): Promise<void> {
  await page.locator(`main a[href="${href}"]`, { hasText: words }).first().click();
  await page.waitForURL((url) => url.pathname + url.search === href);
  const amount = amountIn(words);
  if (amount === null) await expect(page.locator("main .card"), href).toContainText(/Hoàn thành tốt|Good/);
  else await expect.poll(() => lengthOfList(page, words), { message: `${href} ${words}` }).toBe(amount);
  await page.goBack();
  await expect(page.getByTestId("year-paragraph")).toBeVisible();
}

async function lengthOfList(page: Page, words: string): Promise<number> {
  const { pathname } = new URL(page.url());
  const rows = page.locator("main table:not(.card table) tbody tr");
  if (pathname === "/members") return Number.parseInt(await page.locator("main p[role=status]").innerText(), 10);
  const range = page.getByText(/^(Hiển thị|Showing) /);
  if (pathname !== "/assignments")
    return (await range.count()) === 0 ? rows.count() : Number(/\d+$/.exec(await range.innerText()));
  if (isOfBranches(words)) return rows.filter({ hasNotText: /Chưa có người phụ trách chính|No main person/ }).count();
  const loads = await page.locator("main tfoot td:not(:last-child)").allInnerTexts();
  return loads.filter((load) => /[1-9]/.test(load)).length;
}

function isOfBranches(words: string): boolean {
  return /chi bộ|branch/.test(words);
}
