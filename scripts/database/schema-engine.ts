import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';

/** Thrown when a migration failed: its name and why. It left nothing behind. */
export class FailedMigration extends Error {
  override name = "FailedMigration";
}

/** Runs some work with Prisma's schema engine, which comes from npm as WebAssembly and needs no download. */
export async function withSchemaEngine<T>(
  connection: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine: Engine } = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(connection);
  const engine = await Engine.new({ datamodels: [["schema.prisma", DATASOURCE]] }, () => undefined, adapter);
  try {
    return await work(engine);
  } catch (error) {
    throw causeOf(error, adapter.errorRegistry);
  } finally {
    engine.free();
  }
}

/** The engine reports a database error only by a number; the adapter keeps the error itself. */
function causeOf(error: unknown, registry: { consumeError: (id: number) => { error: unknown } | undefined }): unknown {
  if (!(error instanceof Error) || error.name !== "SchemaConnectorError") return error;
  const text = error.message;
  const cause = registry.consumeError(Number(/External error id#(\d+)/.exec(text)?.[1] ?? -1))?.error;
  const migration = /migration_name="([^"]+)"/.exec(text)?.[1];
  if (!migration) return new Error(`the schema engine failed: ${text}`, { cause: cause ?? error });
  const reason = cause instanceof Error ? cause.message : text;
  const what = `migration ${migration} failed and left nothing behind: ${reason}`;
  return new FailedMigration(what, { cause: cause ?? error });
}

let loaded: ReturnType<typeof instantiate> | undefined;

function loadEngine() {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const module = await WebAssembly.compile(readFileSync(join(entry, "..", "schema_engine_bg.wasm")));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}
