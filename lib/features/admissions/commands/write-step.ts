import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { DossierStepKind } from "@/lib/core/db/generated/enums";

/** A step of a dossier: what was done, on which day, under which rule set. */
export type Step = {
  readonly kind: DossierStepKind;
  readonly doneOn: Day;
  readonly ruleSet: { readonly id: string; readonly document: string };
  readonly voteSheetId?: string;
  readonly note?: string | null;
};

/** Writes a step into the dossier's history, signed by the actor; answers it for the audit. */
export async function writeStep({ tx, actor }: CommandContext, dossierId: string, step: Step): Promise<AuditChange> {
  const id = randomUUID();
  const { kind, doneOn, ruleSet, voteSheetId, note } = step;
  await tx.dossierStep.create({
    data: {
      committeeId: actor.committeeId,
      id,
      dossierId,
      kind,
      doneOn: toDbDate(doneOn),
      ruleSetId: ruleSet.id,
      voteSheetId: voteSheetId ?? null,
      accountId: actor.accountId,
      actorName: actor.displayName,
      note: note ?? null,
    },
    select: { id: true },
  });
  const after = { step: kind, doneOn, ruleSet: ruleSet.document };
  return { record: "DossierStep", recordId: id, before: null, after };
}
