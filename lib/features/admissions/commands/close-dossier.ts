import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize } from "@/lib/core/errors";
import { changeDossier, loadDossier, requireStep } from "@/lib/features/admissions/commands/load-dossier";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canRecordDecision, canWorkOnDossier } from "@/lib/features/admissions/policy";
import type { CloseDossierInput } from "@/lib/features/admissions/schema";
import { getCharterOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Ends a dossier without effect, with the reason: it was withdrawn, or refused; a confirmed one only by the office. Refuses one whose decision waits for
 * confirmation, which has to be sent back first (RULE).
 */
export function closeDossier(actor: Actor, input: CloseDossierInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "closeDossier", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(dossier.state === "DECIDED" ? canRecordDecision(actor) : canWorkOnDossier(actor, dossier.branchId));
    requireStep(dossier, "CLOSE", actor.memberId);
    const charter = await getCharterOn(tx, actor.committeeId, today);

    const { id, version, reason: note } = input;
    await changeDossier(context, dossier, version, { state: "CLOSED", closedOn: toDbDate(today) });
    const step = await writeStep(context, id, { kind: "CLOSED", doneOn: today, ruleSet: charter, note });
    audit({
      type: "dossier.closed",
      subject: { kind: "dossier", id, name: dossier.name },
      branchId: dossier.branchId,
      params: { kind: dossier.kind },
      reason: note,
      changes: [
        { record: "Dossier", recordId: id, before: { state: dossier.state }, after: { state: "CLOSED" } },
        step,
      ],
    });
    return { id };
  });
}
