import { createReadStream, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { applyMigrations, migrationsIn } from "@/prisma/migrate";
import { maintenanceUrl, withClient } from "../database/connect";
import { ensureDatabase } from "../database/create";
import { migrate } from "../database/prepare";
import { alignRoles } from "../database/roles";
import { databaseUrls, withDatabase } from "../database/urls";
import { errorCode, Refusal } from "../refusal";
import { parseSecrets, type Secrets } from "../secrets";
import { copyIn } from "./copy-rows";
import type { Manifest } from "./manifest";
import { type Circumstances, noteRestored } from "./note-restored";
import type { Restored } from "./physical-restore";
import { listTables } from "./tables";

/**
 * Fills a new database from a proven portable backup and puts it in the place of the old one, which keeps the name
 * `…_before_restore` until the next restore. Before it takes the place, it holds the note that it waits for a leader.
 */
export async function restorePortably(
  adminUrl: string,
  name: string,
  secrets: Secrets,
  folder: string,
  manifest: Manifest,
  circumstances: Circumstances,
): Promise<Restored> {
  refuseUnknown(manifest);
  const draft = `${name}_restoring`;
  const maintenance = await maintenanceUrl(adminUrl);
  await withClient(maintenance, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(draft)} WITH (FORCE)`);
    await alignRoles(client, secrets);
    await ensureDatabase(client, draft);
  });
  const urls = databaseUrls(withDatabase(adminUrl, draft), secrets);
  await applyMigrations(urls.owner, { ...migrationsIn(), names: manifest.migrations });
  await withClient(urls.admin, (client) => fill(client, folder, manifest));
  await migrate(urls);
  return withClient(maintenance, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    const kept = rowCount ? `${name}_before_restore` : "";
    const waiting = await noteRestored(urls.owner, manifest, circumstances, kept || null);
    await swap(client, name, draft, kept);
    return { kept, waiting };
  });
}

/** The keys that data of a portable backup were encrypted with replace our own; passwords stay ours. */
export function adoptKeys(dataDir: string, folder: string, secrets: Secrets): void {
  const { authSecret, identityKey, actionsKey } = parseSecrets(readFileSync(join(folder, "secrets.json"), "utf8"));
  const file = join(dataDir, "secrets.json");
  const merged = { ...secrets, authSecret, identityKey, actionsKey };
  writeFileSync(`${file}.restored`, JSON.stringify(merged, null, 2), { mode: 0o600, flush: true });
  renameSync(file, join(dataDir, "secrets.before-restore.json"));
  renameSync(`${file}.restored`, file);
}

function refuseUnknown(manifest: Manifest): void {
  const known = new Set(migrationsIn().names);
  const unknown = manifest.migrations.filter((migration) => !known.has(migration));
  if (unknown.length === 0) return;
  throw new Refusal(
    `The backup was made by a newer version of this program (${unknown.join(", ")}): install that version first.`,
  );
}

async function fill(client: Client, folder: string, manifest: Manifest): Promise<void> {
  const present = new Map((await listTables(client)).map((table) => [`${table.schema}.${table.name}`, table]));
  await client.query("BEGIN");
  await client.query("SET LOCAL session_replication_role = replica").catch((error: unknown) => {
    if (errorCode(error) !== "42501") throw error;
    throw new Refusal("Restoring needs a superuser login: put one into DATABASE_URL for this command.");
  });
  for (const { sqlName } of present.values()) await client.query(`TRUNCATE ${sqlName} CASCADE`);
  for (const { table, columns, rows, file } of manifest.tables) {
    const target = present.get(table);
    if (!target) throw new Refusal(`The backup holds a table ${table} that its migrations do not make: it is damaged.`);
    const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const taken = await copyIn(
      client,
      `COPY ${target.sqlName} (${list}) FROM STDIN`,
      createReadStream(join(folder, file)),
    );
    if (taken !== rows)
      throw new Refusal(`The backup holds ${rows} rows of ${table}, but ${taken} came out: it is damaged.`);
  }
  await client.query("COMMIT");
  // Without statistics the first pages after a restore would be planned blindly.
  await client.query("ANALYZE");
}

async function swap(client: Client, name: string, draft: string, kept: string): Promise<void> {
  const [nameSql, draftSql, oldSql] = [name, draft, `${name}_before_restore`].map((text) =>
    client.escapeIdentifier(text),
  );
  await client.query(`DROP DATABASE IF EXISTS ${oldSql} WITH (FORCE)`);
  if (kept) await client.query(`ALTER DATABASE ${nameSql} RENAME TO ${oldSql}`);
  await client.query(`ALTER DATABASE ${draftSql} RENAME TO ${nameSql}`);
}
