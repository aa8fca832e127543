import pg from "pg";
import { errorFacts, report } from "../../lib/core/log.ts";

const EVERY_MS = 60 * 60 * 1000;
/** Removes, of every register, what nobody can bring back any more. */
export const PURGE = "SELECT app.purge_imports(), app.purge_bulk_edits(), app.purge_merges(), app.purge_archives()";

/** Has the database remove what is no longer needed, at the start and every hour, over a connection that closes in between. */
export function keepHouse(databaseUrl: string) {
  const clean = async () => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query(PURGE);
    } catch (error) {
      report({ event: "error", reference: "", path: "", ...errorFacts(error) });
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const timer = setInterval(() => void clean(), EVERY_MS);
  timer.unref();
  void clean();
  return { close: () => clearInterval(timer) };
}
