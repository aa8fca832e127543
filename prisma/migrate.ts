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

/** A list of migrations, oldest first, and the folder they are in. */
export type MigrationSource = { folder: string; names: string[] };

/** All migrations of a folder; without one, of this version. */
export function migrationsIn(folder = FOLDER): MigrationSource {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "migration.sql")));
  return { folder, names: names.sort() };
}

/** Thrown when the database was migrated by a newer version than this one. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
}

/** Applies every migration of the source that the database lacks and returns their names, oldest first. */
export async function applyMigrations(url: string, source = migrationsIn()): Promise<string[]> {
  return withLock(url, () => withEngine(url, (engine) => applyAll(engine, source)));
}

/** The names of the source's migrations that the database lacks, oldest first. */
export async function pendingMigrations(url: string, source = migrationsIn()): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { history, failedMigrationNames } = await diagnose(engine, source);
    const missing = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
    return [...new Set([...failedMigrationNames, ...missing])].sort();
  });
}

async function applyAll(engine: SchemaEngine, source: MigrationSource): Promise<string[]> {
  const unknown = await unknownMigrations(engine, source);
  if (unknown.length > 0) throw new NewerDatabase(unknown.join(", "));
  await forgetAborted(engine, source);
  const result = await engine.applyMigrations({ migrationsList: migrationList(source), filters: EVERYTHING });
  return result.appliedMigrationNames;
}

async function unknownMigrations(engine: SchemaEngine, source: MigrationSource): Promise<string[]> {
  const { history } = await diagnose(engine, source);
  return history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
}

/** A migration that did not finish left nothing behind (see WholeScripts), so it is simply tried again. */
async function forgetAborted(engine: SchemaEngine, source: MigrationSource): Promise<void> {
  const { failedMigrationNames } = await diagnose(engine, source);
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
}

function diagnose(engine: SchemaEngine, source: MigrationSource) {
  const input = { migrationsList: migrationList(source), optInToShadowDatabase: false, filters: EVERYTHING };
  return engine.diagnoseMigrationHistory(input);
}

function migrationList({ folder, names }: MigrationSource): MigrationList {
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
