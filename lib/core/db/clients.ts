import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/core/env";
import { PrismaClient } from "./generated/client";

type Clients = { app: PrismaClient; signIn: PrismaClient };

/* One pair per process, kept across reloads in development. */
const held = globalThis as typeof globalThis & { sodbClients?: Clients };

function connect(connectionString: string, max: number): PrismaClient {
  const adapter = new PrismaPg({ connectionString, max, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 10_000 });
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
