import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { withSchemaEngine } from "@/scripts/database/schema-engine";

const FOLDER = resolve(import.meta.dirname, "migrations");
const EVERYTHING = { externalTables: [], externalEnums: [] };
const LOCK = 7_270_136_901;

/** Thrown when the database was migrated by a newer version than this one. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
}

/** Applies every migration of this version that the database lacks and returns their names, oldest first. */
export async function applyMigrations(url: string, folder = FOLDER): Promise<string[]> {
  return withLock(url, () => withEngine(url, (engine) => applyAll(engine, folder)));
}

/** The names of this version's migrations that the database lacks, oldest first. */
export async function pendingMigrations(url: string, folder = FOLDER): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { history, failedMigrationNames } = await diagnose(engine, folder);
    const missing = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
    return [...new Set([...failedMigrationNames, ...missing])].sort();
  });
}

async function applyAll(engine: SchemaEngine, folder: string): Promise<string[]> {
  const unknown = await unknownMigrations(engine, folder);
  if (unknown.length > 0) throw new NewerDatabase(unknown.join(", "));
  await forgetAborted(engine, folder);
  const result = await engine.applyMigrations({ migrationsList: migrationList(folder), filters: EVERYTHING });
  return result.appliedMigrationNames;
}

async function unknownMigrations(engine: SchemaEngine, folder: string): Promise<string[]> {
  const { history } = await diagnose(engine, folder);
  return history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
}

/** A migration that did not finish left nothing behind (see WholeScripts), so it is simply tried again. */
async function forgetAborted(engine: SchemaEngine, folder: string): Promise<void> {
  const { failedMigrationNames } = await diagnose(engine, folder);
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
}

function diagnose(engine: SchemaEngine, folder: string) {
  const input = { migrationsList: migrationList(folder), optInToShadowDatabase: false, filters: EVERYTHING };
  return engine.diagnoseMigrationHistory(input);
}

function migrationList(folder: string): MigrationList {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function withLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET lock_timeout = '120s'");
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url });
  pool.on("error", () => undefined);
  try {
    return await withSchemaEngine(new WholeScripts(pool), work);
  } finally {
    await pool.end();
  }
}

const MARK_APPLIED = `
;DO $mark$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    UPDATE public._prisma_migrations SET finished_at = now(), applied_steps_count = 1
     WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $mark$`;

/**
 * The stock adapter splits a script at every semicolon. This one sends it as one query, which the server runs as one
 * transaction together with the note that it was applied: function bodies work, and a failure or a kill leaves nothing.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const executeScript: SqlDriverAdapter["executeScript"] = async (sql) => {
      await adapter.underlyingDriver().query(sql + MARK_APPLIED);
    };
    return Object.assign(adapter, { executeScript });
  }
}
