import { expect } from "@playwright/test";
import { signIn } from "./people";
import { test } from "./watched";

test("the paragraph of 2022 states the year, and every number opens its list", async ({ page }) => {
  await signIn(page, "bithu");
  await page.goto("/dashboard?year=2022");
  const paragraph = page.getByTestId("year-paragraph");
  const text = await paragraph.innerText();
  for (const figure of ["12", "232", "90,5%", "200/221", "12/12", "5"]) expect(text).toContain(figure);

  const links = await paragraph
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute("href") ?? "", text: link.textContent ?? "" })));
  expect(links.length).toBeGreaterThanOrEqual(7);
  for (const link of links) {
    const answer = await page.goto(link.href);
    expect([link.href, answer?.status()]).toEqual([link.href, 200]);
  }
});

test("a secretary reads the commune's numbers without links to others' names", async ({ page }) => {
  await signIn(page, "naan");
  await page.goto("/dashboard?year=2022");
  const paragraph = page.getByTestId("year-paragraph");
  await expect(paragraph).toContainText("232");
  const hrefs = await paragraph
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(hrefs.filter((href) => href.startsWith("/members") && !href.includes("branch="))).toEqual([]);
});

test("the English paragraph has the same numbers", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await signIn(page, "bithu");
  await page.goto("/dashboard?year=2022");
  const text = await page.getByTestId("year-paragraph").innerText();
  for (const figure of ["12", "232", "90.5%", "200/221", "12/12"]) expect(text).toContain(figure);
});
