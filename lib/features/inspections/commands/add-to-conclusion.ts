import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { loadProgress, subjectOf } from "@/lib/features/inspections/commands/load-progress";
import { canDecideAddendum } from "@/lib/features/inspections/policy";
import { getCaseOfCircle } from "@/lib/features/inspections/queries/case-facts";
import { addendumDecisionObstacle, addendumObstacle } from "@/lib/features/inspections/rules";
import type { AddInspectionAddendumInput, DecideAddendumInput } from "@/lib/features/inspections/schema";

/**
 * Enters what is to be added to an issued conclusion, which stays as it is, with the reason; it waits for a second person (SOD-5).
 * Refuses who does not work on the case (FORBIDDEN), and an open one (RULE).
 */
export function addInspectionAddendum(actor: Actor, input: AddInspectionAddendumInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "addInspectionAddendum", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, text, reason } = input;
    const of = await loadProgress(context, id);
    requireNoObstacle(addendumObstacle(of.state));
    const addendumId = randomUUID();
    const hand = { recordedById: actor.accountId, recordedBy: actor.displayName };
    await tx.inspectionAddendum.createMany({
      data: [{ committeeId: actor.committeeId, inspectionId: id, id: addendumId, text, reason, ...hand }],
    });
    audit({
      type: "addendum.entered",
      ...subjectOf(of),
      reason,
      changes: [{ record: "InspectionAddendum", recordId: addendumId, before: null, after: { text } }],
    });
    return { id };
  });
}

/**
 * Confirms what somebody else entered, under the next number of the conclusion, or refuses it with a reason. Refuses the hand that
 * entered it and who does not oversee the case (FORBIDDEN), and what has been decided already (RULE).
 */
export function decideAddendum(actor: Actor, input: DecideAddendumInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "decideAddendum", input, ...sending }, async ({ tx, actor, audit }) => {
    const { committeeId, accountId, displayName } = actor;
    const { id, decision } = input;
    const addendum = await tx.inspectionAddendum.findFirst({
      where: { committeeId, id },
      select: { inspectionId: true, recordedById: true, state: true },
    });
    if (!addendum) throw notFound();
    const of = await getCaseOfCircle(tx, actor, addendum.inspectionId);
    requireNoObstacle(addendumDecisionObstacle(addendum.state, input));
    authorize(canDecideAddendum(actor, of.facts, addendum));
    const isConfirmed = decision === "CONFIRMED";
    const confirmed = await tx.inspectionAddendum.count({
      where: { committeeId, inspectionId: of.id, state: "CONFIRMED" },
    });
    const number = isConfirmed ? confirmed + 1 : null;
    const refusal = isConfirmed ? null : input.refusal;
    const decided = await tx.inspectionAddendum.updateMany({
      where: { committeeId, id, state: "TO_CONFIRM" },
      data: {
        ...{ state: decision, number, refusal },
        ...{ decidedById: accountId, decidedBy: displayName, decidedAt: new Date() },
      },
    });
    requireNoObstacle(addendumDecisionObstacle(decided.count === 0 ? decision : "TO_CONFIRM", input));
    audit({
      type: isConfirmed ? "inspection.amended" : "addendum.refused",
      ...subjectOf(of),
      ...(refusal === null ? {} : { reason: refusal }),
      changes: [{ record: "InspectionAddendum", recordId: id, before: { number: null }, after: { number } }],
    });
    return { id: of.id };
  });
}
