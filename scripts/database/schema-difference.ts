import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  ColumnTypeEnum,
  mockMigrationAwareAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaContainer } from "@prisma/schema-engine-wasm";
import { ROOT } from "../profile";
import { withSchemaEngine } from "./schema-engine";

const SCHEMA = join(ROOT, "prisma", "schema");

/** The schema files as they are now. */
export function currentSchema(): SchemaContainer[] {
  return readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: join(SCHEMA, name), content: readFileSync(join(SCHEMA, name), "utf8") }));
}

/** The SQL that leads from one set of schema files (none: an empty database) to another. Needs no database. */
export async function schemaDifference(from: SchemaContainer[], to: SchemaContainer[]): Promise<string> {
  const start: DiffTarget = from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from };
  const { stdout } = await withSchemaEngine(noDatabase(), (engine) =>
    engine.diff({
      from: start,
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout ?? "";
}

/** Answers the one question the engine asks of every connection: is there a schema, and which version is this? */
function noDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const stub = mockMigrationAwareAdapterFactory("postgres");
  const connect = async (): Promise<SqlDriverAdapter> => ({
    ...(await stub.connect()),
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18.0", 180_000]],
    }),
    dispose: async () => undefined,
  });
  return { ...stub, connect, connectToShadowDb: connect };
}
