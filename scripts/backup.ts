import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUpPhysically } from "./backup/physical-backup";
import { backUpPortably } from "./backup/portable-backup";
import { openDatabaseSource } from "./database/source";
import { DATABASE, databaseName, databaseUrls, withDatabase } from "./database/urls";
import { LAST_BACKUP } from "./front/readiness";
import { databasePlace } from "./postgres/place";
import { openProfile, ROOT } from "./profile";
import { Refusal, runOnce } from "./refusal";
import { openSecrets } from "./secrets";

await runOnce(async () => {
  const { values } = parseArgs({
    options: { to: { type: "string" }, portable: { type: "boolean" }, demo: { type: "boolean" } },
  });
  const profile = openProfile(values.demo ? "demo" : "main");
  const secretsFile = join(profile.dataDir, "secrets.json");
  if (!existsSync(secretsFile)) throw new Refusal(`There is no installation in ${profile.dataDir} to back up.`);

  const secrets = openSecrets(profile.dataDir);
  const kind = values.portable || process.env.DATABASE_URL ? "portable" : "physical";
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, "-");
  const folder = resolve(ROOT, values.to ?? "data/backups", `${profile.name}-${stamp}-${kind}`);
  const draft = `${folder}.unfinished`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });

  const source = await openDatabaseSource(profile, secrets);
  try {
    const urls = databaseUrls(withDatabase(source.adminUrl, databaseName(source.adminUrl) ?? DATABASE), secrets);
    if (kind === "portable") await backUpPortably(urls.backup, secretsFile, draft);
    else await backUpPhysically(urls.admin, databasePlace(profile).cluster, secretsFile, draft);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    if (!source.wasRunning) await source.stop();
  }
  writeFileSync(join(profile.dataDir, LAST_BACKUP), `${new Date().toISOString()}\n`);
  console.log(`Backup: ${folder}`);
  console.log("It holds the keys and all data in readable form: keep it on an encrypted disk, and a copy elsewhere.");
});
