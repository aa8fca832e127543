import { expect } from "@playwright/test";
import { ownerRows } from "./support/database";
import { routeRights } from "./support/route-rights";
import { addresses } from "./support/routes";
import { addressWith, sampleIds } from "./support/sample-addresses";
import { test } from "./support/test";

const usernames = ["vanphong", "bithu", "ubkt", "naan", "thin", "quantri"] as const;
const inFront = ["/redeem", "/set-password", "/set-up", "/sign-in"];
const onlyPosted = [
  "/api/drafts/minutes",
  "/api/find",
  "/api/refused",
  "/api/session",
  "/api/uploads/imports",
  "/api/uploads/meetings/[id]",
  "/api/uploads/party-documents/[id]",
  "/api/uploads/tasks/[id]",
  "/api/uploads/templates/[kind]",
  "/api/uploads/working-regulations/[id]",
  "/preferences",
  "/sign-out",
];
const waysToAsk: Record<string, string>[] = [{ accept: "text/html" }, { RSC: "1" }];
/* The pictures of every page, also of those in front. */
const forAnybody = ["/", "/icons/[file]"];
const behind = addresses.filter((route) => ![...inFront, ...onlyPosted, ...forAnybody].includes(route));

test.describe.configure({ mode: "parallel" });

/** How many rows every table has, and what is stored in them: reading changes neither, but for the logs of reading. */
async function stored(): Promise<unknown> {
  const tables = await ownerRows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN ('AccessLog', 'Session', 'SignInThrottle', 'KnownDevice', '_prisma_migrations') ORDER BY 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::int AS rows, coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
  );
  return ownerRows(`${parts.join(" UNION ALL ")} ORDER BY name`);
}

test("every address is on the list of who may open it", () => {
  expect(Object.keys(routeRights).sort()).toEqual(behind);
});

test("no address answers who has not signed in, in no way the browser can ask", async ({ request }) => {
  const ids = await sampleIds();
  const names = (await ownerRows<{ name: string }>(`SELECT "fullName" AS name FROM "Member"`)).map(({ name }) => name);
  for (const route of behind) {
    for (const headers of waysToAsk) {
      const answer = await request.get(addressWith(route, ids), { headers, maxRedirects: 0 });
      const text = await answer.text();
      const told = names.find((name) => text.includes(name)) ?? null;
      const isWayIn = [307, 401, 404].includes(answer.status()) || /\/sign-in/.test(text);
      expect([route, isWayIn, told]).toEqual([route, true, null]);
    }
  }
});

test("every role opens what its list says and nothing else, and opening changes nothing", async ({ as }) => {
  const ids = await sampleIds();
  const found: Record<string, string[]> = {};
  const pages = await Promise.all(usernames.map(async (username) => ({ username, page: await as(username) })));
  const before = await stored();
  for (const route of behind) {
    const isOpen = await Promise.all(
      pages.map(async ({ page }) => {
        const answer = await page.request.get(addressWith(route, ids), { maxRedirects: 0 });
        return answer.status() === 200 && !(await answer.text()).includes(">Đồng chí chưa có quyền xem phần này<");
      }),
    );
    found[route] = usernames.filter((_, place) => isOpen[place]);
  }
  expect(found).toEqual(routeRights);
  expect(await stored()).toEqual(before);
});
