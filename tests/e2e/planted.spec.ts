import { expect } from "@playwright/test";
import { awake } from "./support/awake";
import { expectAccessible, expectAtRest, expectNoSidewaysScroll, expectOneLanguage } from "./support/screen";
import { test } from "./support/test";
import { watch } from "./support/watch";

/* What judges every screen must itself have been seen to fail. */

test("a barrier, a foreign sentence, a page too wide and a page that moves are noticed", async ({ as }) => {
  const page = await as("nobody");
  const plant = (markup: string) =>
    page.evaluate((html) => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", `<div data-planted>${html}</div>`);
    }, markup);
  const uproot = () => page.evaluate(() => document.querySelector("[data-planted]")?.remove());
  const judges = [
    [expectAccessible, '<button type="button"></button>'],
    [expectOneLanguage, "<p>Save all changes</p>"],
    [expectOneLanguage, '<p aria-label="Members"></p>'],
    [expectNoSidewaysScroll, '<pre>{"a very long line"}</pre>'.replace("a", "a".repeat(200))],
  ] as const;
  await page.goto("/sign-in");
  await awake(page.locator("main form"));
  await expectAtRest(page);
  await page.evaluate(() => {
    const box = document.createElement("p");
    box.style.height = "20rem";
    document.querySelector("main")?.prepend(box);
  });
  await page.waitForFunction(() => window.moves.length > 0, undefined, { timeout: 30_000 });
  await expect(expectAtRest(page)).rejects.toThrow();
  await page.reload();
  await awake(page.locator("main form"));
  for (const [judge, fault] of judges) {
    await judge(page);
    await plant(fault);
    await expect(judge(page), fault).rejects.toThrow();
    await uproot();
  }
});

test("an error in the console, a broken policy and a request to elsewhere are noticed", async ({
  browser,
  baseURL,
}) => {
  const faults: string[] = [];
  const context = await browser.newContext();
  await watch(context, baseURL ?? "", faults);
  const page = await context.newPage();
  await page.goto("/sign-in");
  expect(faults).toEqual([]);
  await page.evaluate("console.error('something broke')");
  await page.evaluate(() => fetch("http://127.0.0.1:9/").catch(() => undefined));
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("nobody caught this");
    });
  });
  await expect.poll(() => faults.join("\n")).toContain("something broke");
  await expect.poll(() => faults.join("\n")).toMatch(/security policy|connect-src/);
  await expect.poll(() => faults.join("\n")).toContain("nobody caught this");
  await context.close();
});
