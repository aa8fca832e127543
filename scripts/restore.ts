import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { proveBackup } from "./backup/manifest";
import { restorePhysically } from "./backup/physical-restore";
import { adoptKeys, restorePortably } from "./backup/portable-restore";
import { closeInstallation, refuseOtherRegister, refuseRunning } from "./backup/restore-target";
import { openDatabaseSource } from "./database/source";
import { DATABASE, databaseName } from "./database/urls";
import { openProfile } from "./profile";
import { Refusal, runOnce } from "./refusal";
import { openSecrets } from "./secrets";

const USAGE = "Usage: npm run restore -- <backup folder> [--replace] [--demo]";

await runOnce(async () => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: "boolean" }, demo: { type: "boolean" } },
    allowPositionals: true,
  });
  const [given] = positionals;
  if (!given) throw new Refusal(USAGE);
  const folder = resolve(given);
  const manifest = await proveBackup(folder);
  const order = {
    profile: openProfile(values.demo ? "demo" : "main"),
    folder,
    manifest,
    replace: values.replace === true,
  };
  const kept = await (manifest.kind === "physical" ? physical(order) : portable(order));
  console.log(`Restored the backup of ${manifest.takenAt}.${kept ? ` What was there before is kept as ${kept}.` : ""}`);
});

type Order = {
  profile: ReturnType<typeof openProfile>;
  folder: string;
  manifest: Awaited<ReturnType<typeof proveBackup>>;
  replace: boolean;
};

async function physical({ profile, folder, manifest, replace }: Order): Promise<string> {
  if (process.env.DATABASE_URL) {
    throw new Refusal("A physical backup is for the built-in database: for DATABASE_URL use a portable one.");
  }
  await closeInstallation(profile, manifest, replace);
  return restorePhysically(profile, folder, manifest);
}

async function portable({ profile, folder, manifest, replace }: Order): Promise<string> {
  const secrets = openSecrets(profile.dataDir);
  const source = await openDatabaseSource(profile, secrets);
  try {
    const release = await refuseRunning(profile, source);
    const name = databaseName(source.adminUrl) ?? DATABASE;
    if (!replace) await refuseOtherRegister(source.adminUrl, name, manifest);
    const old = await restorePortably(source.adminUrl, name, secrets, folder, manifest);
    adoptKeys(profile.dataDir, folder, secrets);
    await release();
    return old;
  } finally {
    if (!source.wasRunning) await source.stop();
  }
}
