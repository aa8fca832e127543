import { expect, type Page } from "@playwright/test";
import { moveBack, ownerRows } from "./support/database";
import { test } from "./support/test";

const inspectors = async () =>
  (await ownerRows(`SELECT 1 FROM "RoleGrant" g JOIN "Account" a ON a.id = g."accountId" WHERE a.username = 'coquan'`))
    .length;

/** What the administrator's form for another right would send, with everything the framework puts into it. */
async function grantForm(admin: Page): Promise<Record<string, string>> {
  await admin.goto("/accounts?q=coquan");
  await admin.locator("main table a[href^='/accounts/']").first().click();
  await admin.waitForURL(/\/accounts\/[0-9a-f]/);
  const fields = await admin
    .locator("#add-grant input[type=hidden]")
    .evaluateAll((all) =>
      all.flatMap((one) => (one instanceof HTMLInputElement ? [[one.name, one.value] as const] : [])),
    );
  return { ...Object.fromEntries(fields), role: "INSPECTOR", startsOn: "01/01/2031", lastDay: "" };
}

test("a form posted by others, from elsewhere or to another address writes nothing", async ({ as, baseURL }) => {
  const plain = { javaScript: "off" } as const;
  const admin = await as("quantri", plain);
  await moveBack(admin, "passwordGivenAt", 0);
  const multipart = await grantForm(admin);
  expect(Object.keys(multipart).some((name) => name.startsWith("$ACTION"))).toBe(true);
  const origin = baseURL ?? "";
  for (const { request } of [await as("nobody", plain), await as("naan", plain), await as("vanphong", plain)]) {
    for (const path of ["/accounts", "/", "/_not-found", "/sign-in", "/members", "/icon.svg"]) {
      await request.post(path, { multipart, headers: { origin }, maxRedirects: 0 });
    }
  }
  expect(await inspectors()).toBe(0);

  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }]) {
    const answer = await admin.request.post("/accounts", { multipart, headers });
    expect(answer.status()).toBe(403);
  }
  expect(await inspectors()).toBe(0);
  await admin.request.post("/accounts", { multipart, headers: { origin }, maxRedirects: 0 });
  expect(await inspectors()).toBe(1);
});
