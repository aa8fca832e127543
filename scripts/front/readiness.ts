import { statfs } from "node:fs/promises";
import pg from "pg";

/** What /readyz answers: each part either "ok" or what is wrong with it. */
export type Readiness = { ready: boolean; database: "ok" | "unreachable"; disk: "ok" | "low" };

const KEPT_MS = 1000;
const LEAST_FREE_BYTES = 1_000_000_000;
const LEAST_FREE_SHARE = 0.05;

/** Asks at most once a second, over one connection of the runtime role that closes when nobody asks. */
export function watchReadiness(databaseUrl: string, dataDir: string) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    idleTimeoutMillis: 15_000,
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
    allowExitOnIdle: true,
  });
  pool.on("error", () => undefined);
  let last: { askedAt: number; answer: Promise<Readiness> } | null = null;

  return {
    now(): Promise<Readiness> {
      if (last === null || Date.now() - last.askedAt > KEPT_MS) {
        last = { askedAt: Date.now(), answer: ask(pool, dataDir) };
      }
      return last.answer;
    },
    close: () => pool.end(),
  };
}

async function ask(pool: pg.Pool, dataDir: string): Promise<Readiness> {
  const [database, disk] = await Promise.all([askDatabase(pool), askDisk(dataDir)]);
  return { ready: database === "ok" && disk === "ok", database, disk };
}

async function askDatabase(pool: pg.Pool): Promise<Readiness["database"]> {
  try {
    await pool.query("SELECT 1");
    return "ok";
  } catch {
    return "unreachable";
  }
}

async function askDisk(dataDir: string): Promise<Readiness["disk"]> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  return bavail * bsize < LEAST_FREE_BYTES || bavail / blocks < LEAST_FREE_SHARE ? "low" : "ok";
}
