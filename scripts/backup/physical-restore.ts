import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Waiting } from "@/lib/features/restores/commands/note-restore";
import { withClient } from "../database/connect";
import { prepareDatabase } from "../database/prepare";
import { DATABASE, databaseUrls, withDatabase } from "../database/urls";
import { startEmbedded } from "../postgres/embedded";
import { databasePlace, makePlace, type Place } from "../postgres/place";
import type { Profile } from "../profile";
import { errorText, Refusal } from "../refusal";
import { openSecrets } from "../secrets";
import { readFacts } from "./facts";
import type { Manifest } from "./manifest";
import { type Circumstances, noteRestored } from "./note-restored";

const EMPTY_FOLDERS = [
  ["pg_wal/archive_status", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp"],
  ["pg_subtrans", "pg_tblspc", "pg_commit_ts", "pg_twophase", "pg_stat", "pg_logical/snapshots", "pg_logical/mappings"],
].flat();

/** Where what was there before is kept, empty where there was nothing, and who has to accept what is there now. */
export type Restored = { kept: string; waiting: Waiting };

/**
 * Puts a proven physical backup in the place of a stopped installation. What was there is kept beside it; if the
 * restored server does not come up as the manifest says, or does not take the note that it waits for a leader, everything is put back.
 */
export async function restorePhysically(
  profile: Profile,
  folder: string,
  manifest: Manifest,
  circumstances: Circumstances,
): Promise<Restored> {
  const place = databasePlace(profile);
  makePlace(place);
  const kept = `before-restore-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
  const draft = join(place.home, `restored-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  unpack(place, folder, draft);

  const secretsFile = join(profile.dataDir, "secrets.json");
  const swaps = [
    { now: place.cluster, old: join(place.home, kept), next: draft },
    { now: secretsFile, old: join(profile.dataDir, `${kept}-secrets.json`), next: `${secretsFile}.restored` },
  ];
  const keptAs = existsSync(place.cluster) ? kept : null;
  cpSync(join(folder, "secrets.json"), `${secretsFile}.restored`);
  for (const { now, old, next } of swaps) {
    if (existsSync(now)) renameSync(now, old);
    renameSync(next, now);
  }
  try {
    const waiting = await proveRestored(profile, manifest, (url) => noteRestored(url, manifest, circumstances, keptAs));
    return { kept: keptAs ? join(place.home, kept) : "", waiting };
  } catch (error) {
    for (const { now, old } of swaps) {
      rmSync(now, { recursive: true, force: true });
      if (existsSync(old)) renameSync(old, now);
    }
    throw new Refusal(`The backup did not come up, so everything was put back as it was: ${errorText(error)}`);
  }
}

/** PostgreSQL starts only on folders that are its user's alone. */
function unpack(place: Place, folder: string, draft: string): void {
  cpSync(join(folder, "cluster"), draft, { recursive: true });
  for (const name of EMPTY_FOLDERS) mkdirSync(join(draft, name), { recursive: true });
  own(place, draft, 0o700);
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    own(place, join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  }
}

function own({ runAs }: Place, path: string, mode: number): void {
  chmodSync(path, mode);
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}

async function proveRestored(
  profile: Profile,
  manifest: Manifest,
  note: (ownerUrl: string) => Promise<Waiting>,
): Promise<Waiting> {
  const secrets = openSecrets(profile.dataDir);
  const server = await startEmbedded(profile, secrets);
  try {
    const urls = databaseUrls(withDatabase(server.adminUrl, DATABASE), secrets);
    const facts = await withClient(urls.admin, readFacts);
    if (JSON.stringify(facts.migrations) !== JSON.stringify(manifest.migrations)) {
      throw new Error("the restored database has other migrations than the backup says");
    }
    return await note((await prepareDatabase(urls.admin, secrets)).owner);
  } finally {
    await server.stop();
  }
}
