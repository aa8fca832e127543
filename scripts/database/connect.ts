import pg from "pg";
import { errorCode, errorText, Refusal } from "../refusal";
import { withDatabase } from "./urls";

/** Runs some work on one connection and closes it, whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The address to make roles and databases at: the server's maintenance database, or the named one where the server
 * lets us in only there. Refuses, in a sentence, a server that cannot be reached.
 */
export async function maintenanceUrl(adminUrl: string): Promise<string> {
  const url = withDatabase(adminUrl, "postgres");
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
    return url;
  } catch (error) {
    if (["3D000", "28000", "42501"].includes(errorCode(error)) && url !== adminUrl) {
      await withClient(adminUrl, (client) => client.query("SELECT 1")).catch((second: unknown) => refuse(url, second));
      return adminUrl;
    }
    return refuse(url, error);
  }
}

function refuse(url: string, error: unknown): never {
  const { host } = new URL(url);
  if (["28P01", "28000"].includes(errorCode(error))) {
    throw new Refusal(
      `The database server at ${host} refuses the login in DATABASE_URL: check its user name and password.`,
    );
  }
  throw new Refusal(
    `The database server at ${host} cannot be reached (${errorText(error)}): start it, or correct DATABASE_URL.`,
  );
}
