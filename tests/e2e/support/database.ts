import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { decode } from "next-auth/jwt";
import pg from "pg";
import { hashToken } from "@/lib/core/auth/session-token";
import { DATABASE, databaseUrls, withDatabase } from "@/scripts/database/urls";
import { databasePlace } from "@/scripts/postgres/place";
import { rememberedPort } from "@/scripts/postgres/port";
import { ROOT } from "@/scripts/profile";
import { openSecrets } from "@/scripts/secrets";

export const dataDir = resolve(ROOT, process.env.E2E_DATA_DIR ?? "data/e2e");

const SESSION_COOKIE = "__Host-sodb";

/** The rows behind a statement in the database of this run, as its owner sees them: what is judged is what is stored. */
export async function ownerRows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const port = rememberedPort(databasePlace({ name: "demo", dataDir, durable: true }));
  const server = withDatabase(`postgres://127.0.0.1:${port}`, DATABASE);
  const owner = new pg.Client({ connectionString: databaseUrls(server, openSecrets(dataDir)).owner });
  await owner.connect();
  try {
    return (await owner.query<T>(sql, values)).rows;
  } finally {
    await owner.end();
  }
}

/** The id of the session that a browser is signed in with. */
export async function sessionOf(page: Page): Promise<string> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === SESSION_COOKIE);
  const secret = openSecrets(dataDir).authSecret;
  const claims = await decode({ token: cookie?.value ?? "", secret, salt: SESSION_COOKIE });
  const token = typeof claims?.session === "string" ? claims.session : "";
  const [row] = await ownerRows<{ id: string }>(`SELECT id FROM "Session" WHERE "tokenHash" = $1`, [hashToken(token)]);
  if (!row) throw new Error("this browser has no session");
  return row.id;
}

/** Lets time pass for the session of a browser, by moving one of its moments to so many minutes ago. */
export async function moveBack(page: Page, moment: "passwordGivenAt" | "lastSeenAt", minutes: number): Promise<void> {
  await ownerRows(`UPDATE "Session" SET "${moment}" = now() - make_interval(mins => $2) WHERE id = $1`, [
    await sessionOf(page),
    minutes,
  ]);
}
