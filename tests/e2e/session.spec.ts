import { expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { moveBack, ownerRows, sessionOf } from "./support/database";
import { follow } from "./support/follow";
import { signIn } from "./support/people";
import { test } from "./support/test";

const idleMinutes = async (page: Page) => {
  const [row] = await ownerRows<{ minutes: number }>(
    `SELECT round(extract(epoch FROM now() - "lastSeenAt") / 60)::int AS minutes FROM "Session" WHERE id = $1`,
    [await sessionOf(page)],
  );
  return row?.minutes;
};

test("warns before the session ends, goes on when told to, and keeps what was typed when it is over", async ({
  as,
}) => {
  const page = await as("nobody");
  await page.clock.install();
  await signIn(page, "chiengnua");
  await page.goto("/members");
  await follow(page.locator("main table a[href^='/members/']").first());
  await page.getByRole("link", { name: "Sửa hồ sơ" }).click();
  const occupation = page.locator("input[name=occupation]");
  await awake(occupation);
  await occupation.fill("Trồng cây ăn quả");

  await moveBack(page, "lastSeenAt", 26);
  await page.clock.fastForward("10:01");
  const warning = page.getByRole("alertdialog");
  await expect(warning).toBeVisible();
  expect(await idleMinutes(page)).toBe(26);
  await warning.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(warning).toBeHidden();
  expect(await idleMinutes(page)).toBe(0);

  await moveBack(page, "lastSeenAt", 31);
  await page.clock.fastForward("26:00");
  await expect(warning).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator("main form button[type=submit]").last().click();
  await expect(page.getByText("Phiên làm việc đã hết hạn").first()).toBeVisible();
  await expect(occupation).toHaveValue("Trồng cây ăn quả");
  expect(await ownerRows(`SELECT 1 FROM "MemberProfile" WHERE occupation = 'Trồng cây ăn quả'`)).toEqual([]);
});
