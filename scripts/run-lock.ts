import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { maintenanceUrl } from "./database/connect";
import type { DatabaseSource } from "./database/source";
import type { Profile } from "./profile";

const RETRY_MS = 500;

/** Held while an installation runs; the database gives it up by itself when we die. */
export type RunLock = { release: () => Promise<void> };

/**
 * Claims an installation for this process, or returns null when another one runs it. While claimed, a database that
 * goes away is brought back and claimed again.
 */
export async function claimRun(profile: Profile, source: DatabaseSource): Promise<RunLock | null> {
  const key = `sodb ${hostname()} ${profile.dataDir}`;
  let released = false;
  let client = await claim(source.adminUrl, key, comeBack);
  if (!client) return null;

  async function comeBack(): Promise<void> {
    client = null;
    while (!released && !client) {
      await sleep(RETRY_MS);
      client = await source
        .ensureRunning()
        .then((adminUrl) => claim(adminUrl, key, comeBack))
        .catch(() => null);
    }
    if (released) await client?.end();
  }

  return {
    async release() {
      released = true;
      await client?.end().catch(() => undefined);
    },
  };
}

async function claim(adminUrl: string, key: string, onLost: () => Promise<void>): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: await maintenanceUrl(adminUrl), keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine",
    [key],
  );
  if (!rows[0]?.mine) {
    await client.end();
    return null;
  }
  client.once("end", () => void onLost());
  return client;
}
