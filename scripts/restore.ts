import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { proveBackup } from "./backup/manifest";
import { nextSteps } from "./backup/note-restored";
import { type Restored, restorePhysically } from "./backup/physical-restore";
import { adoptKeys, restorePortably } from "./backup/portable-restore";
import { closeInstallation, headsOf, refuseOtherRegister, refuseRunning } from "./backup/restore-target";
import { openDatabaseSource } from "./database/source";
import { DATABASE, databaseName } from "./database/urls";
import { openProfile } from "./profile";
import { Refusal, runOnce } from "./refusal";
import { openSecrets } from "./secrets";

const USAGE = "Usage: npm run restore -- <backup folder> [--replace] [--reason <why>] [--demo]";

await runOnce(async () => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: "boolean" }, reason: { type: "string" }, demo: { type: "boolean" } },
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
    reason: values.reason?.trim() || null,
  };
  const { kept, waiting } = await (manifest.kind === "physical" ? physical(order) : portable(order));
  console.log(`Restored the backup of ${manifest.takenAt}.${kept ? ` What was there before is kept as ${kept}.` : ""}`);
  console.log(nextSteps(waiting, values.demo ? "npm run demo" : "npm start"));
});

type Order = {
  profile: ReturnType<typeof openProfile>;
  folder: string;
  manifest: Awaited<ReturnType<typeof proveBackup>>;
  replace: boolean;
  reason: string | null;
};

async function physical({ profile, folder, manifest, replace, reason }: Order): Promise<Restored> {
  if (process.env.DATABASE_URL) {
    throw new Refusal("A physical backup is for the built-in database: for DATABASE_URL use a portable one.");
  }
  const before = await closeInstallation(profile, manifest, replace);
  return restorePhysically(profile, folder, manifest, { reason, before });
}

async function portable({ profile, folder, manifest, replace, reason }: Order): Promise<Restored> {
  const secrets = openSecrets(profile.dataDir);
  const source = await openDatabaseSource(profile, secrets);
  try {
    const release = await refuseRunning(profile, source);
    const name = databaseName(source.adminUrl) ?? DATABASE;
    if (!replace) await refuseOtherRegister(source.adminUrl, name, manifest);
    const before = await headsOf(source.adminUrl, name);
    const restored = await restorePortably(source.adminUrl, name, secrets, folder, manifest, { reason, before });
    adoptKeys(profile.dataDir, folder, secrets);
    await release();
    return restored;
  } finally {
    if (!source.wasRunning) await source.stop();
  }
}
