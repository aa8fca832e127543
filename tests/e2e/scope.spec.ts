import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, signIn } from "./people";
import { test } from "./watched";

const places: Record<string, readonly string[]> = {
  vanphong: [
    "/dashboard?year=2022",
    "/branches",
    "/members",
    "/committee",
    "/assignments?on=2022-12-31",
    "/ratings/2022",
    "/inspections?year=2022",
  ],
  bithu: ["/dashboard?year=2022", "/ratings/2022", "/audit", "/accounts"],
  naan: ["/dashboard?year=2022", "/branches", "/members", "/ratings/2022"],
  ubkt: ["/inspections?year=2022"],
  quantri: ["/accounts"],
};

async function expectGood(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect([path, answer?.status()]).toEqual([path, 200]);
  await expect(page.locator("h1")).toHaveCount(1);
  await expectAccessible(page);
}

for (const [username, paths] of Object.entries(places)) {
  test(`${username} opens the own places, each accessible`, async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, username);
    for (const path of paths) await expectGood(page, path);
  });
}

test("pages fit a phone of 360 px in both languages", async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, "naan");
  for (const path of places.naan ?? []) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
  }
});

test("the administrator sees accounts and no content", async ({ page }) => {
  await signIn(page, "quantri");
  for (const path of ["/members", "/ratings/2022", "/dashboard?year=2022"]) {
    const answer = await page.goto(path);
    const text = await page.locator("main").first().innerText();
    expect([path, answer?.status() === 200 && /\b232\b/.test(text)]).toEqual([path, false]);
  }
});

test("a secretary's export holds the own branch only", async ({ page, context }) => {
  await signIn(page, "naan");
  const csv = await (await page.request.get("/api/export/members.csv?on=31/12/2022")).text();
  const lines = csv.trim().split("\r\n").slice(1);
  expect(lines).toHaveLength(25);
  expect(lines.filter((line) => !line.includes("Nà An"))).toEqual([]);

  await context.clearCookies();
  await signIn(page, "vanphong");
  const all = await (await page.request.get("/api/export/members.csv?on=31/12/2022")).text();
  expect(all.trim().split("\r\n").slice(1)).toHaveLength(232);
  const workbook = await page.request.get("/api/export/members.xlsx?on=31/12/2022");
  expect(workbook.headers()["content-disposition"]).toContain("attachment");
  expect((await workbook.body()).subarray(0, 2).toString()).toBe("PK");
});

test("nothing is answered to who has not signed in", async ({ request }) => {
  for (const path of ["/api/export/members.csv", "/members", "/dashboard"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.status() === 200]).toEqual([path, false]);
    expect(await answer.text()).not.toContain("Nà An");
  }
});
