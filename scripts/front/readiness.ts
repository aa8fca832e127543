import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { diskIsScarce } from "../../lib/core/disk.ts";

/** What /readyz answers: whether this program can work, each part of that, and when a backup was last made. */
export type Readiness = {
  ready: boolean;
  database: "ok" | "unreachable";
  migrations: "ok" | "differ" | "unknown";
  disk: "ok" | "low";
  lastBackupAt: string | null;
};

/** The file in the data folder in which each backup notes when it was made. */
export const LAST_BACKUP = "last-backup";

const KEPT_MS = 1000;

/** Asks at most once a second, over one connection of the runtime role that closes when nobody asks. */
export function watchReadiness(of: { databaseUrl: string; dataDir: string; migrations: number }) {
  const pool = new pg.Pool({
    connectionString: of.databaseUrl,
    max: 1,
    idleTimeoutMillis: 15_000,
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
    allowExitOnIdle: true,
  });
  pool.on("error", () => undefined);
  let last: { askedAt: number; answer: Promise<Readiness> } | null = null;

  async function ask(): Promise<Readiness> {
    const [applied, scarce, lastBackupAt] = await Promise.all([
      countMigrations(pool),
      diskIsScarce(),
      readFile(join(of.dataDir, LAST_BACKUP), "utf8").then(
        (text) => text.trim(),
        () => null,
      ),
    ]);
    const database = applied === null ? "unreachable" : "ok";
    const migrations = applied === null ? "unknown" : applied === of.migrations ? "ok" : "differ";
    const ready = database === "ok" && migrations === "ok" && !scarce;
    return { ready, database, migrations, disk: scarce ? "low" : "ok", lastBackupAt };
  }

  return {
    now(): Promise<Readiness> {
      if (last === null || Date.now() - last.askedAt > KEPT_MS) last = { askedAt: Date.now(), answer: ask() };
      return last.answer;
    },
    close: () => pool.end(),
  };
}

async function countMigrations(pool: pg.Pool): Promise<number | null> {
  try {
    const { rows } = await pool.query<{ applied: number }>("SELECT app.migrations_applied() AS applied");
    return rows[0]?.applied ?? null;
  } catch {
    return null;
  }
}
