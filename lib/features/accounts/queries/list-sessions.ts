import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { readAs } from "@/lib/core/query";

/** A place where an account is signed in. */
export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isCurrent: boolean;
};

/** The account's open sessions, the latest used first, as far as the actor may see them. */
export async function listSessions(tx: Tx, actor: Actor, accountId: string): Promise<SessionRow[]> {
  const rows = await tx.session.findMany({
    where: { accountId, endedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, device: true, address: true, createdAt: true, lastSeenAt: true, idleSeconds: true },
  });
  const live = rows.filter((row) => row.lastSeenAt.getTime() + row.idleSeconds * 1000 > Date.now());
  return live.map(({ device, address, idleSeconds: _idle, ...row }) => ({
    ...row,
    device: device ?? "",
    address: address ?? "",
    isCurrent: row.id === actor.sessionId,
  }));
}

/** The own open sessions. */
export function listOwnSessions(actor: Actor): Promise<SessionRow[]> {
  const { accountId } = actor;
  return accountId ? readAs(actor, (tx) => listSessions(tx, actor, accountId)) : Promise.resolve([]);
}
