import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { canRaiseDifficulty, canReadDifficulties } from "@/lib/features/visits/policy";
import { raiseObstacle } from "@/lib/features/visits/rules/difficulty";
import type { RaiseDifficultyInput } from "@/lib/features/visits/schema";

/**
 * Raises a difficulty of a branch, from a visit report or directly; what is raised never changes. Refuses a branch that the actor
 * does not read, or a report that is not on it (NOT_FOUND), who only reads (FORBIDDEN), and a day to come or outside of the
 * branch's own (RULE).
 */
export function raiseDifficulty(actor: Actor, input: RaiseDifficultyInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "raiseDifficulty", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const { branchId, visitReportId, title, text, raisedOn } = input;
    if (!canReadDifficulties(actor, branchId)) throw notFound();
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      select: { name: true, startsOn: true, endsOn: true },
    });
    if (!branch) throw notFound();
    authorize(canRaiseDifficulty(actor, branchId));
    if (visitReportId !== null) {
      const found = await tx.visitReport.count({ where: { committeeId, id: visitReportId, branchId } });
      if (found === 0) throw notFound();
    }
    requireNoObstacle(raiseObstacle(raisedOn, withPeriod(branch), today));

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    const day = toDbDate(raisedOn);
    await tx.difficulty.create({
      data: { committeeId, id, branchId, visitReportId, title, text, raisedOn: day, ...hand },
      select: { id: true },
    });
    await tx.difficultyStep.create({
      data: { committeeId, id: randomUUID(), difficultyId: id, kind: "RAISED", takenOn: day, text: title, ...hand },
      select: { id: true },
    });
    audit({
      type: "difficulty.raised",
      subject: { kind: "difficulty", id, name: title },
      branchId,
      params: { branch: branch.name },
      changes: [{ record: "Difficulty", recordId: id, before: null, after: { title, text, raisedOn } }],
    });
    return { id };
  });
}
