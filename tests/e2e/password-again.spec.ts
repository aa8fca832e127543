import { expect } from "@playwright/test";
import { moveBack, ownerRows } from "./support/database";
import { PASSWORD, signIn } from "./support/people";
import { expectAccessible } from "./support/screen";
import { test } from "./support/test";

const grantsOf = async (username: string) =>
  (
    await ownerRows(
      `SELECT 1 FROM "RoleGrant" g JOIN "Account" a ON a.id = g."accountId" WHERE a.username = $1 AND g.role = 'INSPECTOR'`,
      [username],
    )
  ).length;

for (const [javaScript, username] of [
  ["on", "thin"],
  ["off", "tun"],
] as const) {
  test(`the password is asked for again inside the form, ${javaScript === "on" ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    const page = await as("nobody", { javaScript });
    await signIn(page, "quantri");
    await page.goto(`/accounts?q=${username}`);
    await page.locator("main table a[href^='/accounts/']").first().click();
    await page.getByText("Giao thêm quyền").first().click();
    await moveBack(page, "passwordGivenAt", 11);

    const form = page.locator("#add-grant");
    await form.locator("input[value=INSPECTOR]").check();
    await form.locator("input[name=startsOn]").fill("01/01/2030");
    await form.locator("button[type=submit]").click();
    await expect(form.locator("input[name=passwordAgain]")).toBeVisible();
    await expect(form.locator("input[name=startsOn]")).toHaveValue("01/01/2030");
    if (javaScript === "on") await expectAccessible(page);
    expect(await grantsOf(username)).toBe(0);

    await form.locator("input[name=passwordAgain]").fill("không phải mật khẩu");
    await form.locator("button[type=submit]").click();
    await expect(form.getByText("Mật khẩu chưa đúng")).toBeVisible();
    expect(await grantsOf(username)).toBe(0);

    await form.locator("input[name=passwordAgain]").fill(PASSWORD);
    await form.locator("button[type=submit]").click();
    await expect(page).toHaveURL(/done=granted/);
    expect(await grantsOf(username)).toBe(1);
  });
}
