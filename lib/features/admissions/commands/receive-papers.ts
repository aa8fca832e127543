import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { changeDossier, loadDossier, requireStep } from "@/lib/features/admissions/commands/load-dossier";
import { canWorkOnDossier } from "@/lib/features/admissions/policy";
import { stepDayObstacle } from "@/lib/features/admissions/rules/steps";
import type { ReceivePapersInput } from "@/lib/features/admissions/schema";

/**
 * Enters which papers of the check-list have come in, and when; an empty day takes one back. Refuses a paper that is not on
 * the list this dossier was opened with, and a day to come (RULE).
 */
export function receivePapers(actor: Actor, input: ReceivePapersInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "receivePapers", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(canWorkOnDossier(actor, dossier.branchId));
    requireStep(dossier, "PREPARE", actor.memberId);
    const listed = new Map(dossier.papers.map((paper) => [paper.code, paper.receivedOn]));
    if (input.papers.some(({ code }) => !listed.has(code))) {
      throw new DomainError("RULE", "admissions.errors.paperNotListed");
    }
    for (const { code, receivedOn } of input.papers) {
      if (receivedOn) requireNoObstacle(stepDayObstacle(receivedOn, receivedOn, today, code));
    }

    await changeDossier(context, dossier, input.version, {});
    for (const { code, receivedOn } of input.papers) {
      if (listed.get(code) === receivedOn) continue;
      await tx.dossierPaper.updateMany({
        where: { committeeId: actor.committeeId, dossierId: dossier.id, code },
        data: { receivedOn: toDbDate(receivedOn) },
      });
    }
    const days = (all: Iterable<readonly [string, Day | null]>) => Object.fromEntries(all);
    const change = changedValues(days(listed), days(input.papers.map((one) => [one.code, one.receivedOn] as const)));
    audit({
      type: "dossier.papersReceived",
      subject: { kind: "dossier", id: dossier.id, name: dossier.name },
      branchId: dossier.branchId,
      changes: change ? [{ record: "DossierPaper", recordId: dossier.id, ...change }] : [],
    });
    return { id: dossier.id };
  });
}
