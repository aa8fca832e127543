import { expect, type Page } from "@playwright/test";

/** What a page answers: its status, and every word on it once its heading stands, but for the code of a refusal. */
export async function answerAt(page: Page, address: string): Promise<{ status: number; words: string }> {
  const answer = await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return {
    status: answer?.status() ?? 0,
    words: (await page.locator("body").innerText()).replace(/\s*(?:Mã tra cứu|Reference): \w{8}/, ""),
  };
}
