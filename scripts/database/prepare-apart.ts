import { runApart } from "../child";
import type { Profile } from "../profile";
import { Refusal } from "../refusal";
import { openSecrets } from "../secrets";
import { DATABASE, type DatabaseUrls, databaseName, databaseUrls, withDatabase } from "./urls";

/** Prepares the database in a process of its own, which says itself what is wrong. */
export async function prepareApart(adminUrl: string, profile: Profile): Promise<DatabaseUrls> {
  const isPrepared = await runApart("prepare", { ADMIN_DATABASE_URL: adminUrl, DATA_DIR: profile.dataDir });
  if (!isPrepared) throw new Refusal("The database could not be prepared: nothing was started.");
  const name = databaseName(adminUrl) ?? DATABASE;
  return databaseUrls(withDatabase(adminUrl, name), openSecrets(profile.dataDir));
}
