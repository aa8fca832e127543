import { existsSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../database/connect";
import { type DatabaseSource, embeddedSource } from "../database/source";
import { DATABASE, withDatabase } from "../database/urls";
import { runningPostmaster } from "../postgres/pid-file";
import { databasePlace } from "../postgres/place";
import type { Profile } from "../profile";
import { errorCode, Refusal } from "../refusal";
import { claimRun } from "../run-lock";
import { openSecrets } from "../secrets";
import { readFacts, readHeads } from "./facts";
import type { Manifest } from "./manifest";

/** Claims an installation that nobody runs and returns how to let it go; refuses when it runs. */
export async function refuseRunning(profile: Profile, source: DatabaseSource): Promise<() => Promise<void>> {
  const lock = await claimRun(profile, source);
  if (!lock) throw new Refusal("The program is running: stop it first, then restore.");
  return () => lock.release();
}

/**
 * Makes sure that an installation's own server is down and holds nothing that the backup must not replace. With
 * `replace` a server that no longer comes up is no obstacle. Returns the heads of its audit chains, as far as they could be read.
 */
export async function closeInstallation(profile: Profile, manifest: Manifest, replace: boolean): Promise<Heads> {
  const { cluster } = databasePlace(profile);
  const isThere = existsSync(cluster) && existsSync(join(profile.dataDir, "secrets.json"));
  if (!isThere || (replace && runningPostmaster(cluster) === null)) return new Map();

  const source = await embeddedSource(profile, openSecrets(profile.dataDir));
  const release = await refuseRunning(profile, source);
  try {
    if (!replace) await refuseOtherRegister(source.adminUrl, DATABASE, manifest);
    return await headsOf(source.adminUrl, DATABASE);
  } finally {
    await release();
    await source.stop();
  }
}

type Heads = Awaited<ReturnType<typeof readHeads>>;

/** The heads of the audit chains that a restore replaces; none where there is no database, or none of ours. */
export function headsOf(adminUrl: string, name: string): Promise<Heads> {
  return withClient(withDatabase(adminUrl, name), readHeads).catch((error: unknown) => {
    if (isNotOurs(error)) return new Map();
    throw error;
  });
}

const isNotOurs = (error: unknown) => ["3D000", "42P01"].includes(errorCode(error));

/** Another commune's backup would put a stranger's register in the place of ours. */
export async function refuseOtherRegister(adminUrl: string, name: string, manifest: Manifest): Promise<void> {
  const here = await withClient(withDatabase(adminUrl, name), readFacts).catch((error: unknown) => {
    if (isNotOurs(error)) return null;
    throw error;
  });
  if (!here || here.registers.length === 0) return;
  if (here.registers.some((id) => manifest.registers.includes(id))) return;
  throw new Refusal(
    "The backup is of another register than the one here: add --replace if it really shall take its place.",
  );
}
