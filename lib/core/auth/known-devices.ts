import "server-only";
import { randomUUID } from "node:crypto";
import { hashToken } from "@/lib/core/auth/session-token";
import { clients } from "@/lib/core/db/clients";
import type { Tx } from "@/lib/core/db/context";

/* One cookie per browser, one row per account that signed in from it. */
const deviceHash = (accountId: string, deviceToken: string) => hashToken(`${accountId}.${deviceToken}`);

/** Whether the account has signed in before from the browser that holds this secret: the device's id, or null. */
export async function knownDevice(accountId: string | null, deviceToken: string): Promise<string | null> {
  if (!accountId) return null;
  const device = await clients().signIn.knownDevice.findUnique({
    where: { tokenHash: deviceHash(accountId, deviceToken) },
    select: { id: true },
  });
  return device?.id ?? null;
}

/** Notes that the account has signed in from this browser. */
export async function rememberDevice(tx: Tx, accountId: string, deviceToken: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "KnownDevice" (id, "accountId", "tokenHash", "lastSeenAt")
      VALUES (${randomUUID()}::uuid, ${accountId}::uuid, ${deviceHash(accountId, deviceToken)}, now())
      ON CONFLICT ("tokenHash") DO UPDATE SET "lastSeenAt" = now()`;
}

/** Forgets every browser of the account, because its password was lost or may be known to others. */
export async function forgetDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.knownDevice.deleteMany({ where: { accountId } });
}
