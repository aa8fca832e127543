import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Actor } from "@/lib/core/actor";
import { hashToken, newToken } from "@/lib/core/auth/session-token";
import { inContext } from "@/lib/core/db/context";

/** A register with the system at work in it. */
export type SystemWork = { actor: Actor; committeeId: string };

/**
 * Creates an empty register and opens a short-lived system session in it, named after who started it. Only the owner of
 * the database may do either. The session ends after the work, whatever happens.
 */
export async function inNewRegister<T>(
  ownerUrl: string,
  register: { isSample: boolean; startedBy: string },
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const token = newToken();
  const sessionId = randomUUID();
  try {
    const committeeId = randomUUID();
    await owner.query('INSERT INTO "Committee" (id, "isSample") VALUES ($1, $2)', [committeeId, register.isSample]);
    await owner.query(
      `INSERT INTO "Session" (id, "tokenHash", kind, "committeeId", "startedBy", "idleSeconds", "expiresAt")
       VALUES ($1, $2, 'SYSTEM', $3, $4, 3600, now() + interval '1 hour')`,
      [sessionId, Buffer.from(hashToken(token)), committeeId, register.startedBy],
    );
    const actor = await inContext(token, async (_tx, entered) => entered);
    return await work(actor);
  } finally {
    await owner.query('UPDATE "Session" SET "endedAt" = now() WHERE id = $1', [sessionId]);
    await owner.end();
  }
}
