import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { withClient } from "@/scripts/database/connect";
import { prepareDatabase } from "@/scripts/database/prepare";
import { withDatabase } from "@/scripts/database/urls";
import { discardCluster } from "@/scripts/postgres/discard";
import { startEmbedded } from "@/scripts/postgres/embedded";
import { openProfile, ROOT } from "@/scripts/profile";
import { openSecrets, type Secrets } from "@/scripts/secrets";
import { dropDatabases, isAlive } from "./drop-databases";

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: { adminUrl: string; template: string; run: string; secrets: Secrets };
  }
}

const READY = "migrated";
const RUN = "sodb test run";

/**
 * Starts the test cluster, or joins the one another run has started, and migrates a template that every worker copies. The
 * databases of this run are dropped by the next one: the last workers may still be connected to them when it ends.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const profile = openProfile("test");
  if (readdirSync(profile.dataDir).length === 0) await discardCluster(profile);
  const secrets = openSecrets(profile.dataDir);
  const server = await startEmbedded(profile, secrets);
  const session = new pg.Client({ connectionString: server.adminUrl, application_name: RUN });
  await session.connect();
  await dropLeftovers(session);

  const template = `template_${migrationsHash()}`;
  await session.query("SELECT pg_advisory_lock(1)");
  if (!(await isReady(session, template))) await buildTemplate(server.adminUrl, template, secrets);
  await session.query("SELECT pg_advisory_unlock(1)");
  project.provide("testDatabase", { adminUrl: server.adminUrl, template, run: `run_${process.pid}`, secrets });

  return async () => {
    const others = await session.query("SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> $2", [
      RUN,
      (await session.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0]?.pid,
    ]);
    await session.end();
    if (!others.rowCount) await server.stop();
  };
}

async function buildTemplate(adminUrl: string, template: string, secrets: Secrets): Promise<void> {
  await prepareDatabase(withDatabase(adminUrl, template), secrets);
  await withClient(adminUrl, (client) => client.query(`COMMENT ON DATABASE ${template} IS '${READY}'`));
}

async function isReady(session: pg.Client, template: string): Promise<boolean> {
  const { rows } = await session.query<{ note: string | null }>(
    "SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1",
    [template],
  );
  return rows[0]?.note === READY;
}

/** Databases of runs that were killed. */
async function dropLeftovers(session: pg.Client): Promise<void> {
  await dropDatabases(session, (name) => {
    const pid = /^run_(\d+)_/.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
}

function migrationsHash(): string {
  const folder = join(ROOT, "prisma", "migrations");
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const file of files.filter((name) => name.endsWith(".sql")))
    hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
