import { expect, type Page } from "@playwright/test";
import { crawl } from "./support/crawl";
import { type Person, people } from "./support/people";
import { expectGoodScreen, expectReadableScreen } from "./support/screen";
import { weighScripts } from "./support/script-weight";
import { test } from "./support/test";

test.describe.configure({ mode: "parallel", timeout: 300_000 });

/* What the scripts of a screen may weigh, compressed; a secretary has the slowest line. */
const OFFICE_BYTES = 235_000;
const SECRETARY_BYTES = 190_000;

/* How many kinds of screens each person reaches at least: fewer would mean that links have gone. */
const atDesks: readonly (readonly [Person, number])[] = [
  ["vanphong", 46],
  ["bithu", 25],
  ["ubkt", 18],
  ["quantri", 5],
];

test("every screen at the desks of office, leaders, inspectors and administrators is whole, open to all and light", async ({
  as,
}) => {
  const judged = new Set<string>();
  for (const [person, least] of atDesks) {
    const page = await as(person);
    const weigh = await weighScripts(page);
    const reached = await crawl(page, "/", async (kind) => {
      await (judged.has(kind) ? expectReadableScreen(page) : expectGoodScreen(page));
      judged.add(kind);
      expectLight(page, weigh(), OFFICE_BYTES);
    });
    expect(reached.size, person).toBeGreaterThanOrEqual(least);
  }
});

test("every screen on a secretary's phone is whole, open to all and light", async ({ as }) => {
  const page = await as("naan", { width: 360, height: 740 });
  const weigh = await weighScripts(page);
  const reached = await crawl(page, "/", async () => {
    await expectGoodScreen(page);
    expectLight(page, weigh(), SECRETARY_BYTES);
  });
  expect(reached.size).toBeGreaterThanOrEqual(18);
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
    const page = await as("nobody", { locale, width: 360, height: 740 });
    await crawl(page, "/sign-in", () => expectGoodScreen(page));
  }
});

function expectLight(page: Page, bytes: number, most: number): void {
  expect(bytes, page.url()).toBeGreaterThan(100_000);
  expect(bytes, page.url()).toBeLessThanOrEqual(most);
}
