import { expect } from "@playwright/test";
import { crawl } from "./support/crawl";
import { firstPaint } from "./support/first-paint";
import { type Person, people } from "./support/people";
import { expectGoodScreen, expectReadableScreen } from "./support/screen";
import { test } from "./support/test";
import { weigh } from "./support/weight";

test.describe.configure({ mode: "parallel" });

/* What the scripts of a screen may weigh, compressed; a secretary has the slowest line. */
const OFFICE_SCRIPT = 235_000;
const SECRETARY_SCRIPT = 190_000;

/* What stands before the first words: at 400 kbit/s it leaves half of two seconds to the delays and the processor. */
const BEFORE_FIRST_WORDS = 40_000;

/* Twice what a quiet machine has to reach: the other worker is busy meanwhile. */
const LATEST_PAINT_MS = 4000;

/* How many kinds of screens each person reaches at least: fewer would mean that links have gone. */
const atDesks: readonly (readonly [Person, number])[] = [
  ["vanphong", 46],
  ["bithu", 25],
  ["ubkt", 18],
  ["quantri", 5],
];

const PHONE = { width: 360, height: 740 };

for (const [person, least] of atDesks) {
  test(`every screen at the desk of ${person} is whole, open to all and light`, async ({ as }) => {
    const page = await as(person);
    const weight = await weigh(page);
    const reached = await crawl(page, "/", async () => {
      await expectGoodScreen(page);
      expectBetween(100_000, weight("Script"), OFFICE_SCRIPT, page.url());
    });
    expect(reached.size).toBeGreaterThanOrEqual(least);
  });
}

test("every screen on a secretary's phone is whole, open to all and light", async ({ as }) => {
  const page = await as("naan", PHONE);
  const weight = await weigh(page);
  const reached = await crawl(page, "/", async () => {
    await expectGoodScreen(page);
    expectBetween(100_000, weight("Script"), SECRETARY_SCRIPT, page.url());
    expectBetween(10_000, weight("Document", "Stylesheet"), BEFORE_FIRST_WORDS, page.url());
  });
  expect(reached.size).toBeGreaterThanOrEqual(18);
});

test("a secretary's screens show their first words soon, on a slow line and a slow phone", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/");
  for (const address of [new URL(page.url()).pathname, "/members", "/dashboard"]) {
    await expect
      .poll(() => firstPaint(page, address), { message: `first paint of ${address}` })
      .toBeLessThanOrEqual(LATEST_PAINT_MS);
  }
});

test("every screen is whole in English and to read without JavaScript", async ({ as }) => {
  const judged = new Set<string>();
  for (const person of people) {
    const page = await as(person, { locale: "en", javaScript: "off" });
    const reached = await crawl(page, "/", async () => expectReadableScreen(page), judged);
    for (const kind of reached) judged.add(kind);
  }
  expect(judged.size).toBeGreaterThanOrEqual(48);
});

test("the pages before the sign-in are whole and open to all in both languages", async ({ as }) => {
  for (const locale of ["vi", "en"] as const) {
    const page = await as("nobody", { ...PHONE, locale });
    await crawl(page, "/sign-in", () => expectGoodScreen(page));
  }
});

/* Less than the least would mean that nothing was weighed. */
function expectBetween(least: number, bytes: number, most: number, screen: string): void {
  expect(bytes, screen).toBeGreaterThan(least);
  expect(bytes, screen).toBeLessThanOrEqual(most);
}
