import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { errorCode, Refusal } from "../refusal";
import { withClient } from "./connect";
import { withDatabase } from "./urls";

const OLDEST = 170_000;
const NEWEST = 189_999;

/** Refuses servers outside the versions this program is tested with. */
export async function proveVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
  );
  const version = Number(rows[0]?.number);
  if (version >= OLDEST && version <= NEWEST) return;
  throw new Refusal(`The database server is PostgreSQL ${rows[0]?.name}: version 17 or 18 is needed.`);
}

/** Makes the database if there is none, owned by the owner role and closed to everybody else. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(
    "SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = $1",
    [name],
  );
  if (rows[0] && rows[0].encoding !== "UTF8") {
    throw new Refusal(`The database ${name} is encoded as ${rows[0].encoding}: make a new one with encoding UTF8.`);
  }
  if (!rows[0]) await createEmpty(client, name);
  await closeToOthers(client, name);
}

/** Makes a database as a copy of another one that nobody is connected to; an old one of that name is dropped first. */
export async function createDatabaseFromTemplate(adminUrl: string, template: string, name: string): Promise<string> {
  await withClient(withDatabase(adminUrl, "postgres"), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await copyDatabase(client, template, name);
    await closeToOthers(client, name);
  });
  return withDatabase(adminUrl, name);
}

/** Somebody else may be copying the same template, which PostgreSQL allows only one after the other. */
async function copyDatabase(client: Client, template: string, name: string, attempts = 100): Promise<void> {
  const [copy, original] = [client.escapeIdentifier(name), client.escapeIdentifier(template)];
  try {
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${original} OWNER sodb_owner`);
  } catch (error) {
    if (errorCode(error) !== "55006" || attempts === 0) throw error;
    await sleep(100);
    await copyDatabase(client, template, name, attempts - 1);
  }
}

async function createEmpty(client: Client, name: string): Promise<void> {
  const options = "OWNER sodb_owner TEMPLATE template0 ENCODING 'UTF8'";
  const locale = "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'";
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ${options} ${locale}`);
  } catch (error) {
    if (["42P04", "23505"].includes(errorCode(error))) return;
    throw error;
  }
}

async function closeToOthers(client: Client, name: string): Promise<void> {
  const database = client.escapeIdentifier(name);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO sodb_app, sodb_signin, sodb_backup`);
}
