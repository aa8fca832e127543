import { expect, type Page } from "@playwright/test";
import { fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { test } from "./support/test";

test("a wrong password and an unknown name get one sentence", async ({ as }) => {
  const page = await as("nobody");
  const sentences: string[] = [];
  for (const username of ["congan", "khong-co-ai"]) {
    await page.goto("/sign-in");
    await fillIn(mainForm(page, "sign-in"), { username, password: "sai-mat-khau-roi" });
    await mainForm(page, "sign-in").getByRole("button").click();
    const summary = page.locator(".error-summary");
    await expect(summary).toBeFocused();
    sentences.push(await summary.innerText());
  }
  expect(sentences[0]).toBe(sentences[1]);
});

test("after the sign-out neither Back nor the copied cookie shows anything", async ({ as }) => {
  const page = await as("nobody");
  await signIn(page, "congan");
  await page.goto("/members");
  const name = await page.locator("main tbody th a").first().innerText();
  await page.locator("main tbody th a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const copied = await page.context().cookies();
  await signOut(page);
  for (const _ of [1, 2, 3]) {
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText(name);
  }

  const thief = await as("nobody");
  await thief.context().addCookies(copied);
  for (const path of ["/members", "/", "/account", "/branches"]) {
    await thief.goto(path);
    await expect(thief).toHaveURL(/sign-in/);
    await expect(thief.locator("body")).not.toContainText(name);
  }
  expect((await thief.request.get("/api/export/members.csv")).status()).toBe(401);
});

test("a person ends the own sessions elsewhere", async ({ as }) => {
  const [here, there] = [await as("nobody"), await as("nobody")];
  await signIn(there, "truonghoc");
  await signIn(here, "truonghoc");
  await here.goto("/account");
  await here.getByRole("button", { name: "Kết thúc mọi phiên khác" }).click();
  await expect(here.getByText("Đã kết thúc các phiên.")).toBeVisible();
  await there.goto("/members");
  await expect(there).toHaveURL(/sign-in/);
  await expect(there.getByText("Phiên làm việc đã được kết thúc từ nơi khác.")).toBeVisible();
});

test("nothing is answered to who has not signed in", async ({ request }) => {
  for (const path of ["/api/export/members.csv", "/api/export/members.xlsx", "/members", "/dashboard", "/audit"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status() === 200]).toEqual([path, false]);
    expect(await answer.text()).not.toContain("Nà An");
  }
});

async function signOut(page: Page): Promise<void> {
  await page.locator("header .user-menu summary").click();
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.url().endsWith("/sign-out")),
    page.locator("header form[action='/sign-out'] button").click(),
  ]);
  expect((await answer.allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page.getByText("Đồng chí đã đăng xuất.")).toBeVisible();
}
