import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate, typedForm } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canRecordDiscipline, canRecordDisciplines } from "@/lib/features/disciplines/policy";
import { findDisciplined, findDisciplineRules, getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { correctionObstacle, daysObstacle, decisionObstacle } from "@/lib/features/disciplines/rules";
import type { RecordDisciplineInput } from "@/lib/features/disciplines/schema";

/**
 * Enters a discipline decision from its signed paper, to be confirmed by a second person; where it names an older one, as its correction.
 * Refuses whom the actor does not see (NOT_FOUND), the own case (FORBIDDEN); a form that is not for the subject, days or votes that cannot
 * be, a breach that has lapsed without its exception, and what is entered already (RULE).
 */
export function recordDiscipline(actor: Actor, input: RecordDisciplineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordDiscipline", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { branchId, whoId, correctsId, whyCorrected, ...paper } = input;
    if (!canRecordDisciplines(actor)) throw notFound();
    const about = await findDisciplined(tx, actor, { branchId, whoId }, paper.decidedOn);
    if (about === null) throw notFound();
    authorize(canRecordDiscipline(actor, { memberId: whoId === branchId ? null : whoId, branchId }));
    requireNoObstacle(daysObstacle(paper, today));
    const day = typedForm(paper.decidedOn);
    if (about === "NOT_THEN") throw new DomainError("RULE", "disciplines.errors.notThen", { day }, "whoId");
    const found = await findDisciplineRules(tx, actor, paper.decidedOn);
    if (found === null) throw new DomainError("RULE", "disciplines.errors.noRules", { day }, "decidedOn");
    requireNoObstacle(decisionObstacle(paper, about, found, today));
    await requireFree(context, input, about.memberId);

    const id = randomUUID();
    const { committeeId, accountId, displayName } = actor;
    const { subject, memberId } = about;
    const { decidedOn, breachOn, concludedOn, announcedOn, ...said } = paper;
    await tx.discipline.create({
      data: {
        ...{ committeeId, id, subject, memberId, branchId, ruleSetId: found.id, correctsId, ...said },
        ...{ decidedOn: toDbDate(decidedOn), breachOn: toDbDate(breachOn) },
        ...{ concludedOn: toDbDate(concludedOn), announcedOn: toDbDate(announcedOn) },
        ...{ correctionReason: correctsId === null ? null : whyCorrected },
        ...{ recordedById: accountId, recordedBy: displayName },
      },
      select: { id: true },
    });
    const { form, body, decisionNumber } = paper;
    audit({
      type: "discipline.recorded",
      subject: { kind: "committee", id: committeeId, name: decisionNumber },
      reason: correctsId === null ? null : whyCorrected,
      changes: [
        {
          record: "Discipline",
          recordId: id,
          before: null,
          after: { state: "RECORDED", form, body, decisionNumber, decidedOn, announcedOn },
        },
      ],
    });
    return { id };
  });
}

/** Passes where the decision is not entered yet, or corrects one that is the actor's to see, confirmed and on the same subject. */
async function requireFree(context: CommandContext, input: RecordDisciplineInput, memberId: string | null) {
  const { tx, actor } = context;
  const { branchId, correctsId, whyCorrected, decisionNumber, decidedOn } = input;
  const { committeeId } = actor;
  const standing = { not: "WITHDRAWN" } as const;
  if (correctsId === null) {
    const same = await tx.discipline.findFirst({
      where: {
        committeeId,
        branchId,
        memberId,
        decisionNumber,
        decidedOn: toDbDate(decidedOn),
        state: standing,
        correctsId,
      },
      select: { id: true },
    });
    if (same) throw new DomainError("RULE", "disciplines.errors.entered", {}, "decisionNumber");
    return;
  }
  const corrected = await tx.discipline.findFirst({
    where: { AND: [{ committeeId, id: correctsId }, getReach(actor)] },
    select: {
      state: true,
      memberId: true,
      branchId: true,
      corrections: { where: { state: standing }, select: { id: true } },
    },
  });
  if (!corrected) throw notFound();
  const isConfirmed = corrected.state === "CONFIRMED";
  requireNoObstacle(correctionObstacle({ isConfirmed, isCorrected: corrected.corrections.length > 0 }, whyCorrected));
  if (corrected.memberId !== memberId || corrected.branchId !== branchId) {
    throw new DomainError("RULE", "disciplines.errors.otherSubject", {}, "whoId");
  }
}
