import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { dataDir } from "./database";
import { PASSWORD, signIn } from "./people";
import { test } from "./watched";

const log = () => {
  const folder = join(dataDir, "log");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
};

test("the technical log tells of sign-ins and refusals, and of nobody's name, password or cookie", async ({
  page,
  context,
}) => {
  await page.goto("/sign-in");
  await page.fill("input[name=username]", "lo-van-canary");
  await page.fill("input[name=password]", "Chim hoàng yến trong mỏ 45");
  await page.click("main button[type=submit]");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await signIn(page, "muongan");
  await page.goto("/members?q=Hoàng+Yến+Canary");
  await page.goto("/members/00000000-0000-4000-8000-000000000000?q=Canary");

  const lines = log().join("").trim().split("\n");
  const told = lines.map((line): unknown => JSON.parse(line));
  expect(told).toContainEqual(expect.objectContaining({ event: "process.started" }));
  expect(told).toContainEqual(expect.objectContaining({ event: "signIn.refused", account: null }));
  expect(told).toContainEqual(expect.objectContaining({ event: "signIn.opened", address: "127.0.0.1" }));
  const path = "/members/00000000-0000-4000-8000-000000000000";
  expect(told).toContainEqual(expect.objectContaining({ event: "access.refused", code: "NOT_FOUND", path }));

  const text = lines.join("\n");
  const secrets = [PASSWORD, "Canary", "canary", "hoàng yến", ...(await context.cookies()).map(({ value }) => value)];
  expect(secrets.filter((secret) => secret.length > 3 && text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(/(Lò|Hà|Ngần|Vì|Quàng) (Văn|Thị) /);
});
