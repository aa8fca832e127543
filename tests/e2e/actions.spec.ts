import { expect, type Page } from "@playwright/test";
import { ownerRows } from "./database";
import { signIn } from "./people";
import { test } from "./watched";

const inspectors = async () =>
  (await ownerRows(`SELECT 1 FROM "RoleGrant" g JOIN "Account" a ON a.id = g."accountId" WHERE a.username = 'coquan'`))
    .length;

/** What the administrator's form for another right would send, with everything the framework puts into it. */
async function grantForm(page: Page): Promise<Record<string, string>> {
  await signIn(page, "quantri");
  await page.goto("/accounts?q=coquan");
  await page.locator("main table a[href^='/accounts/']").first().click();
  await page.waitForURL(/\/accounts\/[0-9a-f]/);
  const fields = await page
    .locator("#add-grant input[type=hidden]")
    .evaluateAll((all) =>
      all.flatMap((one) => (one instanceof HTMLInputElement ? [[one.name, one.value] as const] : [])),
    );
  return { ...Object.fromEntries(fields), role: "INSPECTOR", startsOn: "01/01/2031", lastDay: "" };
}

test("a form posted by others, from elsewhere or to another address writes nothing", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const open = async () => (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
  const multipart = await grantForm(await open());
  expect(Object.keys(multipart).some((name) => name.startsWith("$ACTION"))).toBe(true);
  const [stranger, secretary, office] = [await open(), await open(), await open()];
  await signIn(secretary, "chienghin");
  await signIn(office, "vanphong");
  const origin = baseURL ?? "";
  for (const { request } of [stranger, secretary, office]) {
    for (const path of ["/accounts", "/", "/_not-found", "/sign-in", "/members", "/icon.svg"]) {
      await request.post(path, { multipart, headers: { origin }, maxRedirects: 0 });
    }
  }
  expect(await inspectors()).toBe(0);

  const admin = await open();
  await signIn(admin, "quantri");
  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
    const answer = await admin.request.post("/accounts", { multipart, headers });
    expect(answer.status()).toBe(403);
  }
  expect(await inspectors()).toBe(0);
  await admin.request.post("/accounts", { multipart, headers: { origin }, maxRedirects: 0 });
  expect(await inspectors()).toBe(1);
});
