import { withClient } from "@/scripts/database/connect";
import { PURGE } from "@/scripts/front/housekeeping";
import { testDatabaseUrls } from "./test-database";

/** Removes what is no longer needed, as the product does every hour without anybody signed in. */
export async function purge(): Promise<void> {
  await withClient(testDatabaseUrls().app, (client) => client.query(PURGE));
}
