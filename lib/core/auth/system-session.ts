import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, actorFrom, type SessionContext } from "@/lib/core/actor";
import { hashToken, newToken } from "@/lib/core/auth/session-token";
import type { Tx } from "@/lib/core/db/context";

const ONE_HOUR = 60 * 60;

/**
 * Opens a short session for work without a person (sample, set-up, import), in the owner's transaction, which is in its
 * context afterwards. `startedBy` names who started the work; the session ends by itself after an hour.
 */
export async function openSystemSession(tx: Tx, committeeId: string, startedBy: string): Promise<Actor> {
  const token = newToken();
  await tx.session.create({
    data: {
      id: randomUUID(),
      tokenHash: hashToken(token),
      kind: "SYSTEM",
      committeeId,
      startedBy,
      idleSeconds: ONE_HOUR,
      expiresAt: new Date(Date.now() + ONE_HOUR * 1000),
    },
    select: { id: true },
  });
  const rows = await tx.$queryRaw<{ context: SessionContext | null }[]>`SELECT app.enter(${token}) AS context`;
  const actor = rows[0]?.context && actorFrom(token, rows[0].context);
  if (!actor) throw new Error("a system session that was just opened is not live");
  return actor;
}
