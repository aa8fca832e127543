import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runApart } from "./child";
import { withClient } from "./database/connect";
import { prepareApart } from "./database/prepare-apart";
import { embeddedSource } from "./database/source";
import { databaseName, withDatabase } from "./database/urls";
import type { Prepared } from "./launch";
import { discardCluster } from "./postgres/discard";
import type { Profile } from "./profile";
import { Refusal } from "./refusal";
import { claimRun } from "./run-lock";
import { openSecrets } from "./secrets";

const MARKER = "this-is-demo-data";
const ACCOUNTS = "accounts.txt";

/** Marks a new, empty data folder as a demo's; any other folder stays as it is. */
export async function markDemo(profile: Profile): Promise<void> {
  if (readdirSync(profile.dataDir).length > 0) return;
  await discardCluster(profile);
  writeFileSync(join(profile.dataDir, MARKER), "");
}

/** Fills the sample in, once. A filling that was interrupted is thrown away and done again. */
export async function fillSample(profile: Profile, { urls, environment }: Prepared): Promise<void> {
  const accountsFile = join(profile.dataDir, ACCOUNTS);
  if (existsSync(accountsFile)) return;

  await dropDatabase(urls.admin);
  await prepareApart(urls.admin, profile);
  console.log("Filling in the sample commune …");
  const isFilled = await runApart("seed", {
    ...environment,
    OWNER_DATABASE_URL: urls.owner,
    ACCOUNTS_FILE: accountsFile,
  });
  if (!isFilled) throw new Refusal("The sample could not be filled in: the lines above say why.");
}

/** Prints the sample accounts as a table. */
export function printAccounts(profile: Profile): void {
  process.stdout.write(readFileSync(join(profile.dataDir, ACCOUNTS), "utf8"));
}

/** Removes the demo's data, and only a demo's. */
export async function resetDemo(profile: Profile): Promise<void> {
  const entries = readdirSync(profile.dataDir);
  if (entries.length === 0) return;
  if (!entries.includes(MARKER)) {
    throw new Refusal(
      `${profile.dataDir} does not look like demo data, so it is left alone: remove it by hand if you mean it.`,
    );
  }
  const source = await embeddedSource(profile, openSecrets(profile.dataDir));
  const lock = await claimRun(profile, source);
  if (!lock) throw new Refusal("The demo is running: stop it first, then reset it.");
  await lock.release();
  await discardCluster(profile);
  rmSync(profile.dataDir, { recursive: true, force: true });
  mkdirSync(profile.dataDir, { recursive: true, mode: 0o700 });
}

async function dropDatabase(adminUrl: string): Promise<void> {
  await withClient(withDatabase(adminUrl, "postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(databaseName(adminUrl) ?? "")} WITH (FORCE)`),
  );
}
