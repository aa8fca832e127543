import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

/** Takes the Word file away that a link on the page leads to, and answers its bytes. */
export async function taken(page: Page, link: string | RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9_-]+[0-9A-F]*\.docx$/);
  return readFileSync(await download.path());
}
