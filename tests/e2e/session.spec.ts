import { expect } from "@playwright/test";
import { moveBack, ownerRows } from "./database";
import { signIn } from "./people";
import { test } from "./watched";

const idleMinutes = async (username: string) => {
  const [row] = await ownerRows<{ minutes: number }>(
    `SELECT round(extract(epoch FROM now() - max(s."lastSeenAt")) / 60)::int AS minutes
      FROM "Session" s JOIN "Account" a ON a.id = s."accountId" WHERE a.username = $1 AND s."endedAt" IS NULL`,
    [username],
  );
  return row?.minutes;
};

test("warns before the session ends, goes on when told to, and keeps what was typed when it is over", async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, "pulau");
  await page.goto("/members");
  await page.locator("main table a[href^='/members/']").first().click();
  await page.getByRole("link", { name: /Sửa/ }).first().click();
  const occupation = page.locator("input[name=occupation]");
  await occupation.fill("Trồng cây ăn quả");

  await moveBack("pulau", "lastSeenAt", 26);
  await page.clock.fastForward("10:01");
  const warning = page.getByRole("alertdialog");
  await expect(warning).toBeVisible();
  expect(await idleMinutes("pulau")).toBe(26);
  await warning.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(warning).toBeHidden();
  expect(await idleMinutes("pulau")).toBe(0);

  await moveBack("pulau", "lastSeenAt", 31);
  await page.clock.fastForward("26:00");
  await expect(warning).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator("main form button[type=submit]").last().click();
  await expect(page.getByText("Phiên làm việc đã hết hạn").first()).toBeVisible();
  await expect(occupation).toHaveValue("Trồng cây ăn quả");
  expect(await ownerRows(`SELECT 1 FROM "MemberProfile" WHERE occupation = 'Trồng cây ăn quả'`)).toEqual([]);
});

test("sign-out has the browser forget, and going back shows nothing", async ({ page }) => {
  await signIn(page, "nahieng");
  await page.goto("/members");
  const name = await page.locator("main table a[href^='/members/']").first().innerText();
  await page.locator("header summary").last().click();
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.url().endsWith("/sign-out")),
    page.locator("header form[action='/sign-out'] button").click(),
  ]);
  expect((await answer.allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page).toHaveURL(/sign-in/);
  await page.goBack();
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText(name)).toHaveCount(0);
});
