import { inject } from "vitest";
import { withClient } from "@/scripts/database/connect";
import { createDatabaseFromTemplate } from "@/scripts/database/create";
import { type DatabaseUrls, databaseUrls, withDatabase } from "@/scripts/database/urls";
import { dropDatabases, isAlive } from "./drop-databases";

/** The name of this worker's database; a worker whose test file is done may still run while the next one begins, so each has its own. */
export function workerDatabase(): string {
  return `${ofPlace()}${process.pid}`;
}

/** Where each role signs in to this worker's database. */
export function testDatabaseUrls(): DatabaseUrls {
  const { adminUrl, secrets } = inject("testDatabase");
  return databaseUrls(withDatabase(adminUrl, workerDatabase()), secrets);
}

/* What the names of the databases begin with whose workers run one after the other in this one's place. */
function ofPlace(): string {
  return `${inject("testDatabase").run}_${process.env.VITEST_POOL_ID ?? "1"}_`;
}

/** Gives this worker a fresh copy of the migrated template, and takes away those of the workers before it that have ended. */
export async function renewTestDatabase(): Promise<DatabaseUrls> {
  const { adminUrl, template } = inject("testDatabase");
  const place = ofPlace();
  await withClient(adminUrl, (admin) =>
    dropDatabases(admin, (name) => name.startsWith(place) && !isAlive(Number(name.slice(place.length)))),
  );
  await createDatabaseFromTemplate(adminUrl, template, workerDatabase());
  return testDatabaseUrls();
}
