import { expect } from "@playwright/test";
import { expectAccessible, PASSWORD, signIn } from "./people";
import { test } from "./watched";

test.describe("sign-in", () => {
  test("works without browser JavaScript, and the way back is kept", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto("/members");
    await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fmembers/);
    await page.fill("input[name=username]", "vanphong");
    await page.fill("input[name=password]", PASSWORD);
    await page.click("main button[type=submit]");
    await expect(page).toHaveURL(/\/members$/);
    await context.close();
  });

  test("gives one sentence for a wrong password and an unknown name", async ({ page }) => {
    const sentences: string[] = [];
    for (const username of ["vanphong", "khong-co-ai"]) {
      await page.goto("/sign-in");
      await page.fill("input[name=username]", username);
      await page.fill("input[name=password]", "sai-mat-khau-roi");
      await page.click("main button[type=submit]");
      const summary = page.getByRole("alert").filter({ hasText: /./ }).first();
      await expect(summary).toBeVisible();
      sentences.push(await summary.innerText());
    }
    expect(sentences[0]).toBe(sentences[1]);
  });

  test("is accessible, and leaves nothing behind after sign-out", async ({ page, context }) => {
    await page.goto("/sign-in");
    await expectAccessible(page);
    await signIn(page, "naan");
    const kept = await context.cookies();
    await page.locator("header summary").last().click();
    await page.locator("header form[action='/sign-out'] button").click();
    await expect(page).toHaveURL(/sign-in/);
    await context.addCookies(kept);
    await page.goto("/members");
    await expect(page).toHaveURL(/sign-in/);
  });
});
