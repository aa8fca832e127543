import type { Secrets } from "../secrets";

export const DATABASE = "sodb";

/** Where each role of one database signs in. The app process only ever gets `app` and `signin`. */
export type DatabaseUrls = { app: string; signin: string; owner: string; backup: string; admin: string };

/** The addresses of all roles for the database that the admin address names. */
export function databaseUrls(adminUrl: string, secrets: Secrets): DatabaseUrls {
  const as = (role: string, password: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    return url.toString();
  };
  return {
    app: as("sodb_app", secrets.app),
    signin: as("sodb_signin", secrets.signin),
    owner: as("sodb_owner", secrets.owner),
    backup: as("sodb_backup", secrets.backup),
    admin: adminUrl,
  };
}

/** The same address with another database. */
export function withDatabase(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${encodeURIComponent(database)}`;
  return result.toString();
}

/** The database an address names, or null when it names none of its own. */
export function databaseName(url: string): string | null {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return name === "" || name === "postgres" ? null : name;
}
