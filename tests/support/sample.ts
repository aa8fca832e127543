import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { appEnvironment } from "@/scripts/app-process";
import { runApart } from "@/scripts/child";
import { withClient } from "@/scripts/database/connect";
import { createDatabaseFromTemplate } from "@/scripts/database/create";
import { databaseUrls, withDatabase } from "@/scripts/database/urls";
import { workerDatabase } from "./test-database";

const FILLED = "filled";
/* Held by whoever fills the sample in; the others wait for it. */
const LOCK = 2;

/** Gives this worker's database the sample commune: filled in once in a run, as the demo does it, and copied for every file that asks. */
export async function openSample(): Promise<void> {
  const { adminUrl, run } = inject("testDatabase");
  const sample = `${run}_sample`;
  await withClient(adminUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const { rows } = await client.query<{ note: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1",
      [sample],
    );
    if (rows[0]?.note === FILLED) return;
    await fillIn(sample);
    await client.query(`COMMENT ON DATABASE ${sample} IS '${FILLED}'`);
  });
  await createDatabaseFromTemplate(adminUrl, sample, workerDatabase());
}

async function fillIn(sample: string): Promise<void> {
  const { adminUrl, template, secrets } = inject("testDatabase");
  await createDatabaseFromTemplate(adminUrl, template, sample);
  const urls = databaseUrls(withDatabase(adminUrl, sample), secrets);
  const accounts = join(tmpdir(), `${sample}.txt`);
  const isFilled = await runApart("seed", {
    ...appEnvironment(urls, secrets, "http://localhost:3000"),
    OWNER_DATABASE_URL: urls.owner,
    ACCOUNTS_FILE: accounts,
  });
  rmSync(accounts, { force: true });
  if (!isFilled) throw new Error("The sample could not be filled in: the lines above say why.");
}
