import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommandAside } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canAcceptRestore, canReadRestores } from "@/lib/features/restores/policy";
import { handObstacle, pendingObstacle } from "@/lib/features/restores/rules";
import type { AcceptRestoreInput } from "@/lib/features/restores/schema";

/**
 * Accepts the state of a restored register, after which it is written again. For leaders; refuses who also administers, since whoever
 * ran the restore could be that person (RULE), and a state that somebody has accepted or another restore has replaced (RULE). Asks
 * for the password again.
 */
export function acceptRestore(actor: Actor, input: AcceptRestoreInput, sending: FormSending = {}) {
  /* Aside, the context has no right but this one: what the person is was found out before. */
  return runCommandAside(
    actor,
    { command: "acceptRestore", input, ...sending },
    async ({ tx, actor: aside, audit }) => {
      if (!canReadRestores(actor)) throw notFound();
      authorize(canAcceptRestore(actor));
      requireNoObstacle(handObstacle(actor.roles));
      const { committeeId, accountId, displayName } = aside;
      const { id, version } = input;
      const restore = await tx.restore.findUnique({ where: { committeeId_id: { committeeId, id } } });
      if (!restore) throw notFound();
      requireNoObstacle(pendingObstacle(restore));
      await requireRecentPassword({ tx, actor: aside });
      const { count } = await tx.restore.updateMany({
        where: { committeeId, id, version, acceptedAt: null, supersededAt: null },
        data: { acceptedById: accountId, acceptedBy: displayName, acceptedAt: new Date(), version: { increment: 1 } },
      });
      if (count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
      audit({
        type: "restore.accepted",
        subject: { kind: "restore", id, name: null },
        params: { takenAt: restore.takenAt.toISOString(), restoredAt: restore.restoredAt.toISOString() },
        changes: [{ record: "Restore", recordId: id, before: { accepted: false }, after: { accepted: true } }],
      });
      return { id };
    },
  );
}
