import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, signIn } from "./people";

const offices = ["/dashboard?year=2022", "/branches", "/members", "/committee", "/ratings/2022", "/account/rights"];

/** Everything whose overflow is cut leaves room for marks above and below the letters. */
async function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((one) => one.checkVisibility() && one.clientHeight > 4 && one.textContent?.trim())
      .filter((one) => {
        const { overflowX, overflowY, lineHeight, fontSize } = getComputedStyle(one);
        const isCut = overflowX !== "visible" || overflowY !== "visible";
        return isCut && Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.49;
      })
      .map((one) => `${one.tagName}.${one.className}`),
  );
}

test("no mark over a letter is cut, and nothing scrolls sideways, at any text size on a small phone", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, "vanphong");
  for (const size of ["100", "130"]) {
    await context.addCookies([{ name: "text-size", value: size, url: baseURL ?? "" }]);
    for (const path of offices) {
      await page.goto(path);
      expect([path, size, await clippedTexts(page)]).toEqual([path, size, []]);
      await expectNoSidewaysScroll(page);
    }
  }
});

test("no word of a Vietnamese page is English", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "bithu");
  const english = /\b(the|and|of|with|member|branch|year|save|cancel|error|undefined|null|true|false|page)\b/i;
  for (const path of [...offices, "/audit", "/audit?tab=accesses", "/accounts", "/inspections?year=2022", "/account"]) {
    await page.goto(path);
    const text = await page.locator("body").innerText();
    expect([path, english.exec(text)?.[0]]).toEqual([path, undefined]);
  }
});

test("text size, language and columns follow the person to another device", async ({ browser, baseURL, page }) => {
  await signIn(page, "tramyte");
  await page.locator("header button[value='130']").click();
  await page.locator("header button[value=en]").click();
  await page.goto("/members");
  await page.getByText("Choose columns").click();
  await page.getByLabel("Born", { exact: true }).uncheck();
  await page.getByLabel("Card number", { exact: true }).check();
  await page.getByRole("button", { name: "Use these columns" }).click();
  await expect(page).toHaveURL(/cols=/);

  const other = await (await browser.newContext({ baseURL, locale: "vi-VN" })).newPage();
  await signIn(other, "tramyte");
  await other.goto("/members");
  await expect(other.locator("html")).toHaveAttribute("data-text-size", "130");
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  const heads = await other.locator("main thead th").allInnerTexts();
  expect(heads.some((head) => head.includes("Card number"))).toBe(true);
  expect(heads.some((head) => head.includes("Born"))).toBe(false);
});

test("the key / goes to the search box, unless it is turned off", async ({ page }) => {
  await signIn(page, "congan");
  await page.goto("/members");
  const box = page.locator("#search-q");
  await page.keyboard.press("/");
  await expect(box).toBeFocused();
  await page.keyboard.type("a/b");
  await expect(box).toHaveValue("a/b");
  await page.goto("/account");
  await page.locator("button[name=shortcuts][value=off]").click();
  await page.goto("/members");
  await page.keyboard.press("/");
  await expect(box).not.toBeFocused();
});

test("arrows walk the matrix of assignments, and Space opens a place", async ({ page }) => {
  await signIn(page, "vanphong");
  await page.goto("/assignments?on=2022-12-31");
  await expectAccessible(page);
  const cell = (row: number, column: number) => page.locator("tbody tr").nth(row).locator("td").nth(column);
  await cell(0, 0).locator("a").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(0, 1).locator("a")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cell(1, 1).locator("a")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(cell(0, 0).locator("a")).toBeFocused();
  await page.keyboard.press(" ");
  await expect(page).toHaveURL(/\/assignments\/(new|[0-9a-f-]{36})/);
});

test("a refused page has a code that the leader finds again", async ({ page, browser, baseURL }) => {
  await signIn(page, "pulau");
  const answer = await page.goto("/members/new");
  expect(answer?.status()).toBe(403);
  const code = (await page.getByText(/Mã tra cứu: \w{8}/).innerText()).slice(-8);
  await page.getByRole("link", { name: "Vì sao tôi không thấy…?" }).click();
  await expect(page).toHaveURL(/\/account\/rights/);
  await expectAccessible(page);

  const leader = await (await browser.newContext({ baseURL, locale: "vi-VN" })).newPage();
  await signIn(leader, "bithu");
  await leader.goto("/audit?tab=accesses&kind=page");
  await expect(leader.getByText(code)).toBeVisible();
});

test("a session that is about to end says so, and goes on", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "thin");
  await page.route("/api/session", (route) =>
    route.fulfill({ json: { seconds: route.request().method() === "POST" ? 1800 : 240 } }),
  );
  await page.goto("/members", { waitUntil: "networkidle" });
  await page.clock.fastForward("10:05");
  const warning = page.getByRole("alertdialog");
  await expect(warning).toContainText("Còn 4 phút");
  await warning.getByRole("button", { name: "Tiếp tục làm việc" }).click();
  await expect(warning).toBeHidden();
});

test("a list says what nobody was found for, and every printed page has a head", async ({ page }) => {
  await signIn(page, "bithu");
  await page.goto("/members?q=khong-co-ai");
  await expect(page.getByRole("status").filter({ hasText: "0 đảng viên" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Xóa tất cả/ })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const path of [...offices, "/audit", "/accounts", "/ratings"]) {
    await page.goto(path);
    const heads = page.locator(".print-header, .print-head").filter({ visible: true });
    await expect(heads).toHaveCount(1);
    await expect(heads).toContainText(/Đảng bộ xã Xuân Nha/i);
    await expect(page.locator(".app-header, .side-menu, .bottom-bar").filter({ visible: true })).toHaveCount(0);
  }
});
