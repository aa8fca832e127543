import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { dataDir } from "./support/database";
import { fillIn, mainForm } from "./support/form";
import { PASSWORD } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const technicalLog = () => {
  const folder = join(dataDir, "log");
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));
  return { text: lines.join("\n"), told: lines.map((line): unknown => JSON.parse(line)) };
};

test("a refused page shows a code, once in the technical log, and the leader finds it", async ({ as }) => {
  const [page, leader] = [await as("naan"), await as("bithu")];
  const paths = ["/members/new", "/members/00000000-0000-4000-8000-000000000000", "/members/none"];
  const codes: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    codes.push((await page.getByText(/Mã tra cứu: \w{8}/).innerText()).slice(-8));
    await expectGoodScreen(page);
  }
  const refusals = technicalLog().told.filter((line) => codes.some((code) => JSON.stringify(line).includes(code)));
  expect(refusals).toEqual(
    paths.map((path, place) => expect.objectContaining({ event: "access.refused", code: codes[place], path })),
  );
  await leader.goto("/audit?tab=accesses&kind=access&size=100");
  for (const code of codes) await expect(leader.getByText(code)).toHaveCount(1);

  await page.goto("/members/new");
  await page.getByRole("link", { name: "Vì sao tôi không thấy…?" }).click();
  await expect(page).toHaveURL(/\/account\/rights/);
});

test("the technical log tells of sign-ins and refusals, and of nobody's name, password or cookie", async ({ as }) => {
  const page = await as("nobody");
  await page.goto("/sign-in");
  const form = mainForm(page, "sign-in");
  await fillIn(form, { username: "lo-van-canary", password: "Chim hoàng yến trong mỏ 45" });
  await form.getByRole("button").click();
  await expect(page.locator(".error-summary")).toBeVisible();
  await fillIn(form, { username: "muongan", password: PASSWORD });
  await form.getByRole("button").click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/members?q=Hoàng+Yến+Canary");
  await page.goto("/members/00000000-0000-4000-8000-000000000000?q=Canary");

  const { text, told } = technicalLog();
  expect(told).toContainEqual(expect.objectContaining({ event: "process.started" }));
  expect(told).toContainEqual(expect.objectContaining({ event: "signIn.refused", account: null }));
  expect(told).toContainEqual(expect.objectContaining({ event: "signIn.opened", address: "127.0.0.1" }));
  const cookies = await page.context().cookies();
  const secrets = [PASSWORD, "Canary", "canary", "hoàng yến", ...cookies.map(({ value }) => value)];
  expect(secrets.filter((secret) => secret.length > 3 && text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(/(Lò|Hà|Ngần|Vì|Quàng) (Văn|Thị) /);
});
