import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Tx } from "./context";
import { PrismaClient } from "./generated/client";

/**
 * Runs one transaction as the owner of the database, on a connection of its own. For scripts that set up a register; the
 * running product never has this address.
 */
export async function asOwner<T>(ownerUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 1 }) });
  try {
    return await client.$transaction(work, { maxWait: 10_000, timeout: 60_000 });
  } finally {
    await client.$disconnect();
  }
}
