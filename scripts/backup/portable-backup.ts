import { createReadStream } from "node:fs";
import type { Client } from "pg";
import { withClient } from "../database/connect";
import { copyOut } from "./copy-rows";
import { readFacts } from "./facts";
import { type BackupFile, type Manifest, writeManifest } from "./manifest";
import { storeFile } from "./store-file";
import { listTables, type Table } from "./tables";

/** Copies every row, as of one moment, into a folder of text files that any supported server can read. */
export async function backUpPortably(backupUrl: string, secretsFile: string, folder: string): Promise<void> {
  await withClient(backupUrl, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const facts = await readFacts(client);
    const files: BackupFile[] = [];
    const tables: Manifest["tables"] = [];
    for (const table of await listTables(client)) {
      const file = `tables/${table.schema}.${table.name}.copy`;
      const sql = `COPY ${table.sqlName} (${table.sqlColumns}) TO STDOUT`;
      files.push(await storeFile(folder, file, copyOut(client, sql)));
      tables.push({
        table: `${table.schema}.${table.name}`,
        columns: table.columns,
        rows: await countRows(client, table),
        file,
      });
    }
    await client.query("COMMIT");
    files.push(await storeFile(folder, "secrets.json", createReadStream(secretsFile)));
    writeManifest(folder, { format: 1, kind: "portable", takenAt: new Date().toISOString(), ...facts, tables, files });
  });
}

async function countRows(client: Client, table: Table): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table.sqlName}`);
  return Number(rows[0]?.n);
}
