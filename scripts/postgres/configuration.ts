import { appendFileSync, chownSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "../profile";
import type { Place } from "./place";

const FILE = "so-dang-bo.conf";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  max_connections: "60",
  shared_buffers: "64MB",
  io_method: "sync",
  jit: "off",
  max_wal_size: "512MB",
  wal_level: "replica",
  max_wal_senders: "0",
  max_replication_slots: "2",
  max_logical_replication_workers: "0",
  max_worker_processes: "2",
  /* A question is answered by one process: to start others costs more than most answers, and takes the cores from the next reader. */
  max_parallel_workers_per_gather: "0",
  autovacuum_max_workers: "2",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] ",
};

const DURABLE = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };
const THROW_AWAY = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

const ACCESS = `${["local all all", "host all all 127.0.0.1/32"].map((line) => `${line} scram-sha-256`).join("\n")}\n`;

/** Writes our settings and the access rules into the cluster; called before each start, so a new version's settings apply. */
export function configureCluster(place: Place, profile: Profile): void {
  const settings = { ...SETTINGS, ...(profile.durable ? DURABLE : THROW_AWAY) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  writeOwned(place, FILE, `${lines.join("\n")}\n`);
  writeOwned(place, "pg_hba.conf", ACCESS);

  const main = join(place.cluster, "postgresql.conf");
  const include = `include '${FILE}'`;
  if (!readFileSync(main, "utf8").includes(include)) appendFileSync(main, `\n${include}\n`);
}

function writeOwned(place: Place, name: string, text: string): void {
  const path = join(place.cluster, name);
  writeFileSync(path, text, { mode: 0o600 });
  if (place.runAs) chownSync(path, place.runAs.uid, place.runAs.gid);
}
