import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode, Refusal } from "../refusal";
import type { Binaries } from "./binaries";
import type { Place } from "./place";

export const ADMIN = "sodb_admin";
const MAJOR = "18";

/** Makes the cluster if there is none: built beside its place and moved there whole, so a killed first run leaves nothing half done. */
export function initialiseCluster(place: Place, binaries: Binaries, password: string): void {
  if (existsSync(place.cluster)) {
    refuseOtherMajor(place);
    return;
  }
  const draft = join(place.home, `new-${randomUUID()}`);
  const cluster = join(draft, "cluster");
  const passwordFile = join(draft, "password");
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.runAs) for (const path of [draft, passwordFile]) chownSync(path, place.runAs.uid, place.runAs.gid);
  try {
    runInitdb(binaries, cluster, passwordFile, place);
    moveIntoPlace(cluster, place.cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(binaries: Binaries, cluster: string, passwordFile: string, place: Place): void {
  const args = [
    ["-D", cluster, "-U", ADMIN, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--data-checksums"],
    ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
  ].flat();
  const result = spawnSync(binaries.initdb, args, {
    encoding: "utf8",
    cwd: place.home,
    env: { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", SYSTEMROOT: process.env.SYSTEMROOT },
    ...(place.runAs && { uid: place.runAs.uid, gid: place.runAs.gid }),
  });
  if (result.status === 0) return;
  const lines = (result.stderr || result.error?.message || "").trim().split("\n");
  const reason = lines.findLast((line) => !line.startsWith("initdb: removing"));
  throw new Refusal(`The database could not be created in ${place.cluster}: ${reason}`);
}

function moveIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(errorCode(error))) throw error;
  }
}

function refuseOtherMajor(place: Place): void {
  const major = readFileSync(join(place.cluster, "PG_VERSION"), "utf8").trim();
  if (major === MAJOR) return;
  throw new Refusal(
    `The database in ${place.cluster} is of PostgreSQL ${major}, this version brings ${MAJOR}: make a portable backup with the old version and restore it with this one.`,
  );
}
