import { resolve } from "node:path";
import pg from "pg";
import { DATABASE, databaseUrls, withDatabase } from "@/scripts/database/urls";
import { databasePlace } from "@/scripts/postgres/place";
import { rememberedPort } from "@/scripts/postgres/port";
import { ROOT } from "@/scripts/profile";
import { openSecrets } from "@/scripts/secrets";

export const dataDir = resolve(ROOT, process.env.E2E_DATA_DIR ?? "data/e2e");

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

/** Lets time pass for the sessions of an account, by moving one of their moments back. */
export async function moveBack(
  username: string,
  moment: "passwordGivenAt" | "lastSeenAt",
  minutes: number,
): Promise<void> {
  await ownerRows(
    `UPDATE "Session" s SET "${moment}" = now() - make_interval(mins => $2) FROM "Account" a
      WHERE a.id = s."accountId" AND a.username = $1 AND s."endedAt" IS NULL`,
    [username, minutes],
  );
}
