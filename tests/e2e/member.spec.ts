import { expect } from "@playwright/test";
import { signIn } from "./people";
import { test } from "./watched";

test("two people edit one member: the second sees both values and nothing is lost", async ({ browser, baseURL }) => {
  const open = async (username: string) => {
    const page = await (await browser.newContext({ baseURL })).newPage();
    await signIn(page, username);
    return page;
  };
  const [office, secretary] = [await open("vanphong"), await open("thin")];
  await secretary.goto("/members");
  const href = await secretary.locator("main table a[href^='/members/']").nth(6).getAttribute("href");
  await Promise.all([office.goto(`${href}/edit`), secretary.goto(`${href}/edit`)]);
  await office.fill("input[name=occupation]", "Nông dân giỏi");
  await office.locator("main form button[type=submit]").last().click();
  await expect(office).toHaveURL(new RegExp(`${href}(\\?.*)?$`));

  await secretary.fill("input[name=occupation]", "Trồng rừng");
  await secretary.locator("main form button[type=submit]").last().click();
  await expect(secretary.getByText("Nông dân giỏi").first()).toBeVisible();
  await expect(secretary.locator("input[name=occupation]")).toHaveValue("Trồng rừng");
});

test("a secretary gets the same answer for another branch's member as for none", async ({ page, browser, baseURL }) => {
  const office = await (await browser.newContext({ baseURL })).newPage();
  await signIn(office, "vanphong");
  await office.goto("/members?q=&size=all");
  const hrefs = await office
    .locator("main table a[href^='/members/']")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  await signIn(page, "naan");
  await page.goto("/members?size=all");
  const own = new Set(
    await page
      .locator("main table a[href^='/members/']")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? "")),
  );
  const foreign = hrefs.find((href) => !own.has(href)) ?? "";
  const seen = await page.goto(foreign);
  const none = await page.goto("/members/00000000-0000-4000-8000-000000000000");
  expect(seen?.status()).toBe(none?.status());
  expect(none?.status()).toBe(404);
});
