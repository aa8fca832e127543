import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { ROOT } from "@/scripts/profile";
import { openSecrets } from "@/scripts/secrets";
import { dataDir, ownerRows } from "./support/database";
import { PASSWORD } from "./support/people";
import { test } from "./support/test";

const folder = join(ROOT, ".next-test", "static");
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test("what browsers are given holds no source map, no secret and nobody's name", async () => {
  expect(files().filter((file) => file.endsWith(".map"))).toEqual([]);
  const scripts = files().filter((file) => /\.(js|css|txt|json)$/.test(file));
  const text = scripts.map((file) => readFileSync(file, "utf8")).join("\n");
  const names = await ownerRows<{ name: string }>(`SELECT "fullName" AS name FROM "Member"`);
  const never = [...Object.values(openSecrets(dataDir)), PASSWORD, ...names.map(({ name }) => name)];
  expect(never.filter((one) => text.includes(one))).toEqual([]);
  expect(text).not.toMatch(/sourceMappingURL=|RawUnsafe\(|postgres:\/\//);
});

test("nothing but the product answers", async ({ request }) => {
  const [script = ""] = files().filter((file) => file.endsWith(".js"));
  const paths = [
    "/.git/config",
    "/.env",
    "/package.json",
    "/_next/static/",
    "/_next/static/chunks/",
    `/_next/static/${script.slice(folder.length + 1)}.map`,
    "/_next/webpack-hmr",
    "/__nextjs_original-stack-frame",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/api/auth/session",
    "/prisma",
    "/data/e2e/secrets.json",
  ];
  for (const path of paths) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, answer.ok()]).toEqual([path, false]);
  }
});

test("every kind of answer carries the headers that guard it", async ({ request, as }) => {
  const page = await as("nobody");
  await page.goto("/sign-in");
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ secure, httpOnly }) => !secure && !httpOnly)).toEqual([]);
  /* What is taken away runs nothing and fetches nothing, were a browser to show it. */
  const policyOf = (path: string) =>
    path.startsWith("/api/export/")
      ? "default-src 'none'; sandbox; frame-ancestors 'none'"
      : expect.stringMatching(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  for (const path of ["/sign-in", "/members", "/none", "/api/export/members.csv", "/icon.svg", "/readyz"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "content-security-policy": policyOf(path),
      }),
    ]);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  }
});
