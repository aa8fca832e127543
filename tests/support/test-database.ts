import { inject } from "vitest";
import { createDatabaseFromTemplate } from "@/scripts/database/create";
import { type DatabaseUrls, databaseUrls, withDatabase } from "@/scripts/database/urls";

/** The name of this worker's database. */
export function workerDatabase(): string {
  return `${inject("testDatabase").run}_${process.env.VITEST_POOL_ID ?? "1"}`;
}

/** Where each role signs in to this worker's database. */
export function testDatabaseUrls(): DatabaseUrls {
  const { adminUrl, secrets } = inject("testDatabase");
  return databaseUrls(withDatabase(adminUrl, workerDatabase()), secrets);
}

/** Gives this worker a fresh copy of the migrated template. */
export async function renewTestDatabase(): Promise<DatabaseUrls> {
  const { adminUrl, template } = inject("testDatabase");
  await createDatabaseFromTemplate(adminUrl, template, workerDatabase());
  return testDatabaseUrls();
}
