import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { subjectOf } from "@/lib/features/inspections/commands/load-progress";
import { canDeclareRecusal, canLiftRecusal } from "@/lib/features/inspections/policy";
import { getCaseOfCircle } from "@/lib/features/inspections/queries/case-facts";
import { declareRecusalObstacle, liftRecusalObstacle } from "@/lib/features/inspections/rules/recusals";
import type { DeclareRecusalInput, LiftRecusalInput } from "@/lib/features/inspections/schema";

/**
 * Declares a conflict of one's own in an open case (SOD-4): from then on the actor is treated as a subject of it, and is out of its team.
 * The trail tells the ground but not the words, which only those who oversee the case read. Refuses a concluded case, and where nobody
 * would be left to oversee it (RULE).
 */
export function declareRecusal(actor: Actor, input: DeclareRecusalInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "declareRecusal", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const of = await getCaseOfCircle(tx, actor, input.id);
    requireNoObstacle(declareRecusalObstacle(of.state));
    authorize(canDeclareRecusal(actor, of.facts));
    const { accountId, memberId, displayName } = actor;
    const { ground, words } = input;
    const id = randomUUID();
    await tx.inspectionRecusal.createMany({
      data: [
        {
          ...{ committeeId: actor.committeeId, id, inspectionId: of.id, memberId: memberId ?? "", ground, words },
          ...{ declaredById: accountId ?? "", declaredBy: displayName },
        },
      ],
    });
    audit({
      type: "recusal.declared",
      ...subjectOf(of),
      changes: [{ record: "InspectionRecusal", recordId: id, before: null, after: { person: displayName, ground } }],
    });
    return { id };
  });
}

/**
 * Lifts a declaration, by a second person who oversees the case: the person may know of it and be asked into its team again, and is not put
 * back by it. Refuses who declared it and the person themselves (FORBIDDEN), a concluded case and what is lifted already (RULE).
 */
export function liftRecusal(actor: Actor, input: LiftRecusalInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "liftRecusal", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const { id, reason } = input;
    const recusal = await tx.inspectionRecusal.findFirst({
      where: { committeeId, id },
      select: { inspectionId: true, memberId: true, declaredById: true, declaredBy: true, liftedAt: true },
    });
    if (!recusal) throw notFound();
    const of = await getCaseOfCircle(tx, actor, recusal.inspectionId);
    requireNoObstacle(liftRecusalObstacle(of.state, recusal));
    authorize(canLiftRecusal(actor, of.facts, recusal));
    const hand = { liftedById: actor.accountId, liftedBy: actor.displayName };
    const lifted = await tx.inspectionRecusal.updateMany({
      where: { committeeId, id, liftedAt: null },
      data: { ...hand, liftedAt: new Date(), liftReason: reason },
    });
    if (lifted.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({ type: "recusal.lifted", ...subjectOf(of), params: { person: recusal.declaredBy }, reason, changes: [] });
    return { id: of.id };
  });
}
