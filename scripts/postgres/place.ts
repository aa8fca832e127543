import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Profile, ROOT } from "../profile";
import { databaseUser, type SystemUser } from "./system-user";

/** Where a profile's database lives and as whom it runs. */
export type Place = {
  /** Folder with one sub-folder of PostgreSQL binaries per version. */
  binaries: string;
  /** Everything of this profile's server: cluster, log, port. */
  home: string;
  cluster: string;
  runAs: SystemUser | null;
};

const SYSTEM_STATE = "/var/lib/so-dang-bo";

/**
 * The folders of a profile's database. A root run keeps them in the system's state folder, keyed by the clone,
 * because the unprivileged user PostgreSQL runs as may be unable to enter the clone.
 */
export function databasePlace(profile: Profile): Place {
  if (process.getuid?.() === 0) return rootPlace(profile);
  const home = join(profile.dataDir, "postgres");
  return { binaries: join(ROOT, "data", ".postgres"), home, cluster: join(home, "cluster"), runAs: null };
}

function rootPlace(profile: Profile): Place {
  const clone = join(SYSTEM_STATE, shortHash(ROOT));
  const home = join(clone, `${basename(profile.dataDir)}-${shortHash(profile.dataDir)}`);
  const cluster = join(home, "cluster");
  return { binaries: join(clone, "postgres"), home, cluster, runAs: databaseUser(cluster) };
}

/** Makes the folders that hold the cluster, open just enough for the database's user to pass. */
export function makePlace(place: Place): void {
  if (!place.runAs) {
    mkdirSync(place.home, { recursive: true, mode: 0o700 });
    return;
  }
  for (const folder of [dirname(dirname(place.home)), dirname(place.home), place.home]) {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  }
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
