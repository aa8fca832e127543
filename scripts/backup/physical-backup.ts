import { createReadStream, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import type { Client } from "pg";
import { withClient } from "../database/connect";
import { errorCode } from "../refusal";
import { type Facts, readFacts } from "./facts";
import { type BackupFile, writeManifest } from "./manifest";
import { storeFile } from "./store-file";

/** What a copy of a running cluster must not or need not hold; PostgreSQL makes it again. */
const LEFT_OUT = [
  /^postmaster\.(pid|opts)$/,
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./,
  /(^|\/)pg_internal\.init$/,
  /(^|\/)pgsql_tmp/,
];

/**
 * Copies the files of a running server, and the write-ahead log they need, into a folder. `databaseUrl` is the
 * superuser's address of our database.
 */
export async function backUpPhysically(
  databaseUrl: string,
  cluster: string,
  secretsFile: string,
  folder: string,
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const facts = await readFacts(client);
    await client.query("SELECT pg_create_physical_replication_slot('sodb_backup_' || pg_backend_pid(), true, true)");
    await client.query("SELECT pg_backup_start('sodb', true)");
    const files = await copyTree(cluster, folder);
    files.push(...(await finish(client, cluster, folder)));
    files.push(await storeFile(folder, "secrets.json", createReadStream(secretsFile)));
    seal(folder, facts, files);
  });
}

async function copyTree(cluster: string, folder: string): Promise<BackupFile[]> {
  const files: BackupFile[] = [];
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
      .slice(cluster.length + 1)
      .replaceAll("\\", "/");
    if (!entry.isFile() || LEFT_OUT.some((pattern) => pattern.test(path))) continue;
    const stored = await storeIfThere(folder, `cluster/${path}`, join(cluster, path));
    if (stored) files.push(stored);
  }
  return files;
}

/** A file may go while we copy: the log then says so, and recovery removes it or makes it again. */
async function storeIfThere(folder: string, path: string, source: string): Promise<BackupFile | null> {
  try {
    return await storeFile(folder, path, createReadStream(source));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Ends the backup on the server and adds the label it gives and the log from start to end. */
async function finish(client: Client, cluster: string, folder: string): Promise<BackupFile[]> {
  const { rows } = await client.query<{ label: string; spaces: string; last: string }>(
    "SELECT labelfile AS label, spcmapfile AS spaces, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)",
  );
  const [end] = rows;
  const first = /START WAL LOCATION: .*\(file ([0-9A-F]{24})\)/.exec(end?.label ?? "")?.[1];
  if (!end || !first) throw new Error("the server gave no backup label");
  if (end.spaces !== "") throw new Error("tablespaces outside the cluster are not backed up");

  const files = [await storeFile(folder, "cluster/backup_label", Readable.from([Buffer.from(end.label)]))];
  const log = join(cluster, "pg_wal");
  const segments = readdirSync(log).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= end.last);
  if (!segments.includes(first) || !segments.includes(end.last))
    throw new Error("the server removed log that the backup needs");
  for (const name of segments.sort()) {
    files.push(await storeFile(folder, `cluster/pg_wal/${basename(name)}`, createReadStream(join(log, name))));
  }
  return files;
}

function seal(folder: string, facts: Facts, files: BackupFile[]): void {
  writeManifest(folder, {
    format: 1,
    kind: "physical",
    takenAt: new Date().toISOString(),
    ...facts,
    tables: [],
    files,
  });
}
