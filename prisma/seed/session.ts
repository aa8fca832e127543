import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { openSystemSession } from "@/lib/core/auth/system-session";
import { asOwner } from "@/lib/core/db/owner";

/** Lets the planner look at what has been filled: until then it takes every table for nearly empty. */
export type Settle = () => Promise<unknown>;

/**
 * Creates an empty register and opens a short system session in it, named after who started it. Only the owner of the
 * database may do either. The session ends after the work, whatever happens. What was filled settles at the end, and
 * wherever the work asks much of what it has just filled.
 */
export async function inNewRegister<T>(
  ownerUrl: string,
  register: { isSample: boolean; startedBy: string },
  work: (actor: Actor, settle: Settle) => Promise<T>,
): Promise<T> {
  const actor = await asOwner(ownerUrl, async (tx) => {
    const id = randomUUID();
    await tx.committee.create({ data: { id, isSample: register.isSample }, select: { id: true } });
    return openSystemSession(tx, id, register.startedBy);
  });
  const settle = () => asOwner(ownerUrl, (tx) => tx.$executeRaw`ANALYZE`);
  try {
    const answer = await work(actor, settle);
    await settle();
    return answer;
  } finally {
    await asOwner(ownerUrl, (tx) =>
      tx.session.updateMany({ where: { id: actor.sessionId }, data: { endedAt: new Date() } }),
    );
  }
}
