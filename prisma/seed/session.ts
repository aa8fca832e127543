import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { openSystemSession } from "@/lib/core/auth/system-session";
import { asOwner } from "@/lib/core/db/owner";

/**
 * Creates an empty register and opens a short system session in it, named after who started it. Only the owner of the
 * database may do either. The session ends after the work, whatever happens.
 */
export async function inNewRegister<T>(
  ownerUrl: string,
  register: { isSample: boolean; startedBy: string },
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const actor = await asOwner(ownerUrl, async (tx) => {
    const id = randomUUID();
    await tx.committee.create({ data: { id, isSample: register.isSample }, select: { id: true } });
    return openSystemSession(tx, id, register.startedBy);
  });
  try {
    const answer = await work(actor);
    /* The planner knows nothing of freshly filled tables until they have been looked at. */
    await asOwner(ownerUrl, (tx) => tx.$executeRaw`ANALYZE`);
    return answer;
  } finally {
    await asOwner(ownerUrl, (tx) =>
      tx.session.updateMany({ where: { id: actor.sessionId }, data: { endedAt: new Date() } }),
    );
  }
}
