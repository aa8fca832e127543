import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import {
  caseColumns,
  caseValues,
  checkCase,
  writeCaseRows,
  writeTeam,
} from "@/lib/features/inspections/commands/case-facts";
import { canOpenInspection, canRecordInspection } from "@/lib/features/inspections/policy";
import { conclusionObstacle } from "@/lib/features/inspections/rules";
import type { CaseInput, RecordInspectionInput } from "@/lib/features/inspections/schema";

type FormKey = FormSending;

/**
 * Opens an inspection or supervision, which until its conclusion exists only for its circle. Refuses days out of order, subjects
 * that were not there, a partial team, a case about oneself, and the Party secretary as a subject (RULE).
 */
export function openInspection(actor: Actor, input: CaseInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "openInspection", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    authorize(canOpenInspection(actor));
    const checked = await checkCase(context, input, "TEAM_REQUIRED");
    const id = randomUUID();
    const { committeeId } = actor;
    const openedById = actor.accountId ?? "";
    await tx.inspection.createMany({
      data: [{ committeeId, id, ...caseColumns(input), state: "IN_PROGRESS", openedById }],
    });
    await writeCaseRows(context, id, checked);
    await writeTeam(context, id, checked);
    audit({
      type: "inspection.opened",
      subject: { kind: "inspection", id, name: input.title },
      params: { year: input.year, decisionNumber: input.decisionNumber },
      changes: [{ record: "Inspection", recordId: id, before: null, after: caseValues(checked) }],
    });
    return { id };
  });
}

/**
 * Enters an inspection that is concluded already, from its papers; final from then on. The paper may name no team. Refuses as
 * `openInspection` does, and a conclusion before the start, in the future or without words (RULE).
 */
export function recordConcludedInspection(actor: Actor, input: RecordInspectionInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "recordConcludedInspection", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    authorize(canRecordInspection(actor));
    const { conclusion, conclusionNumber, concludedOn, disciplineFollows, ...about } = input;
    const checked = await checkCase(context, about, "TEAM_OPTIONAL");
    const { startsOn } = about;
    requireNoObstacle(conclusionObstacle({ state: "IN_PROGRESS", startsOn }, { conclusion, concludedOn }, today));

    const id = randomUUID();
    const { committeeId } = actor;
    const openedById = actor.accountId ?? "";
    const ending = { conclusion, conclusionNumber, disciplineFollows };
    await tx.inspection.createMany({
      data: [
        {
          committeeId,
          id,
          ...caseColumns(about),
          state: "CONCLUDED",
          openedById,
          ...ending,
          concludedOn: toDbDate(concludedOn),
        },
      ],
    });
    await writeCaseRows(context, id, checked);
    await writeTeam(context, id, checked);
    const after = { ...caseValues(checked), ...ending, concludedOn };
    audit({
      type: "inspection.recorded",
      subject: { kind: "inspection", id, name: input.title },
      params: { year: input.year, decisionNumber: input.decisionNumber },
      changes: [{ record: "Inspection", recordId: id, before: null, after }],
    });
    return { id };
  });
}
