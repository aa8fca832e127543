import { appendFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import { sentencesOf, visibleTexts, wordsNotVietnamese } from "./language";
import { routeOf } from "./routes";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Where a run notes which pages it has judged. */
export const JUDGED = "test-results/judged-screens.txt";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const NARROWEST = 320;
/* A twentieth of what browsers call good: nothing moves, less than what rounding may tell. */
const MOST_MOVED = 0.005;

/** Expects of the screen that is open what every screen owes: title, one heading, one language, no barrier, no sideways scroll. */
export async function expectGoodScreen(page: Page): Promise<void> {
  await expectReadableScreen(page);
  await expectAccessible(page);
  appendFileSync(JUDGED, `${routeOf(new URL(page.url()).pathname)}\n`);
}

/** The same without the slow look for barriers, for a screen that another test has looked at. */
export async function expectReadableScreen(page: Page): Promise<void> {
  await expect(page.locator("h1"), page.url()).toHaveCount(1);
  await expect(page, page.url()).toHaveTitle(/\S · \S/);
  await expectAtRest(page);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("main details:not(tr:nth-child(n + 6) *)"))
      folded.setAttribute("open", "");
  });
  await expectOneLanguage(page);
  await expectNoSidewaysScroll(page);
}

/** Expects that nothing moved while the page came and nobody touched it: what a finger aims at must still be there when it lands. */
export async function expectAtRest(page: Page): Promise<void> {
  const moves = await page.evaluate(() => window.moves);
  const moved = moves.reduce((sum, { score }) => sum + score, 0);
  expect([page.url(), ...(moved <= MOST_MOVED ? [] : moves)]).toEqual([page.url()]);
}

/** Expects no accessibility fault that the checker knows. The rows of a long table are alike, so the first ones speak for all. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const faults = await page.evaluate(async () => {
    const { violations } = await window.axe.run(
      { exclude: [["tbody tr:nth-child(n + 6)"]] },
      // Style sheets and media are asked for by rules about sound and turned screens only; fetching them again doubles the time.
      { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], resultTypes: ["violations"], preload: false },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect([page.url(), ...faults]).toEqual([page.url()]);
}

/** Expects nothing of the other language on the page. */
export async function expectOneLanguage(page: Page): Promise<void> {
  const locale = (await page.getAttribute("html", "lang")) === "en" ? "en" : "vi";
  const texts = await visibleTexts(page);
  const foreign = sentencesOf(locale === "en" ? "vi" : "en", texts);
  const words = locale === "vi" ? wordsNotVietnamese(texts) : [];
  expect([page.url(), ...foreign, ...words]).toEqual([page.url()]);
}

/** Expects that the page scrolls sideways neither as it is nor on the narrowest phone; a table may inside its own box. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const usual = page.viewportSize() ?? { width: NARROWEST, height: 640 };
  const sizes = [usual, { width: NARROWEST, height: 640 }];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([page.url(), size.width, Math.max(0, overflow)]).toEqual([page.url(), size.width, 0]);
  }
  await page.setViewportSize(usual);
  // A press that comes before the page is laid out again would miss its button.
  await expect
    .poll(() => page.evaluate(() => [window.innerWidth, window.innerHeight]))
    .toEqual([usual.width, usual.height]);
}
