import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/core/env";
import { PrismaClient } from "./generated/client";

type Clients = { app: PrismaClient; signIn: PrismaClient };

/* One pair per process, kept across reloads in development. */
const held = globalThis as typeof globalThis & { sodbClients?: Clients };

const STATEMENTS_KEPT = 500;
const statementNames = new Map<string, string>();

/* The database keeps the plan of a named statement; beyond so many different ones it plans each time anew. */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (statementNames.size >= STATEMENTS_KEPT) return "";
  const name = `s${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

function connect(connectionString: string, max: number): PrismaClient {
  const limits = { max, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 10_000 };
  const adapter = new PrismaPg({ connectionString, ...limits }, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter });
}

/**
 * The two ways to the database: `app` sees nothing before a context is entered, `signIn` sees accounts and sessions only.
 * Only `core/query`, `core/command` and `core/auth` may use them.
 */
export function clients(): Clients {
  held.sodbClients ??= { app: connect(env().APP_DATABASE_URL, 10), signIn: connect(env().SIGNIN_DATABASE_URL, 4) };
  return held.sodbClients;
}

/** Closes every connection; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const open = held.sodbClients;
  held.sodbClients = undefined;
  if (open) await Promise.all([open.app.$disconnect(), open.signIn.$disconnect()]);
}
