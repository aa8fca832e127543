import { applyMigrations, NewerDatabase } from "@/prisma/migrate";
import { Refusal } from "../refusal";
import type { Secrets } from "../secrets";
import { maintenanceUrl, withClient } from "./connect";
import { ensureDatabase, proveVersion } from "./create";
import { alignRoles } from "./roles";
import { FailedMigration } from "./schema-engine";
import { DATABASE, type DatabaseUrls, databaseName, databaseUrls, withDatabase } from "./urls";

/**
 * Brings a server to what the app needs: roles, database, migrations. Safe to repeat and to run twice at once.
 * Refuses a database whose migrations this version does not know.
 */
export async function prepareDatabase(adminUrl: string, secrets: Secrets): Promise<DatabaseUrls> {
  const name = databaseName(adminUrl) ?? DATABASE;
  await withClient(await maintenanceUrl(adminUrl), async (client) => {
    await proveVersion(client);
    await alignRoles(client, secrets);
    await ensureDatabase(client, name);
  });
  const urls = databaseUrls(withDatabase(adminUrl, name), secrets);
  await migrate(urls);
  return urls;
}

/** Applies the migrations of this version as the owner and lets the backup role read what is there now. */
export async function migrate(urls: DatabaseUrls): Promise<string[]> {
  const applied = await applyMigrations(urls.owner).catch(refuseMigration);
  await withClient(urls.owner, async (client) => {
    await client.query("CREATE SCHEMA IF NOT EXISTS app");
    await client.query("GRANT USAGE ON SCHEMA public, app TO sodb_backup");
    await client.query("GRANT SELECT ON ALL TABLES IN SCHEMA public, app TO sodb_backup");
  });
  return applied;
}

function refuseMigration(error: unknown): never {
  if (error instanceof NewerDatabase) {
    throw new Refusal(
      `The database is newer than this program (it has the unknown migration ${error.message}): install the newer version, or restore a backup made with this one.`,
    );
  }
  if (error instanceof FailedMigration) {
    throw new Refusal(
      `The database stays as it was, because ${error.message}: go on with the version that ran before, and ask for help.`,
    );
  }
  throw error;
}
