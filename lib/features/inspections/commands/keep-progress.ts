import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate, typedForm } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadProgress, subjectOf } from "@/lib/features/inspections/commands/load-progress";
import {
  diaryObstacle,
  extensionObstacle,
  markStepObstacle,
  takeBackObstacle,
} from "@/lib/features/inspections/rules/steps";
import type {
  ExtendInspectionInput,
  MarkStepInput,
  TakeBackStepInput,
  WriteDiaryInput,
} from "@/lib/features/inspections/schema";

type Taken = Awaited<ReturnType<typeof loadProgress>>["taken"][number];

/**
 * Marks a step of a case as done, a second time in the place of the first; of a concluded case once and for all. Refuses what is out
 * of order, and a day to come (RULE); an older version, and a step that somebody else marked meanwhile (CONFLICT).
 */
export function markStep(actor: Actor, input: MarkStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "markStep", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, step, doneOn, remark } = input;
    const found = await loadProgress(context, id);
    const earlier = found.taken.find((one) => one.step === step);
    requireNoObstacle(markStepObstacle(found, { step, doneOn }, today));
    if (earlier && earlier.version !== version) throw stepConflict(earlier);
    if (!earlier && version !== undefined) throw new DomainError("CONFLICT", "refusals.conflict");

    const key = { committeeId: actor.committeeId, inspectionId: id, step };
    const hand = { recordedById: actor.accountId, recordedBy: actor.displayName };
    const data = { doneOn: toDbDate(doneOn), remark, ...hand };
    if (earlier) {
      const written = await tx.inspectionStep.updateMany({
        where: { ...key, version: earlier.version },
        data: { ...data, version: { increment: 1 } },
      });
      if (written.count === 0) throw stepConflict(earlier);
    } else {
      await tx.inspectionStep.createMany({ data: [{ ...key, ...data }] });
    }
    const before = earlier ? { step, doneOn: earlier.doneOn, remark: earlier.remark } : null;
    const after = { step, doneOn, remark };
    audit({
      type: "inspectionStep.marked",
      ...subjectOf(found),
      params: { step },
      changes: [
        {
          record: "InspectionStep",
          recordId: id,
          ...(before ? (changedValues(before, after) ?? { before, after }) : { before, after }),
        },
      ],
    });
    return { id };
  });
}

/** Takes back a step that was marked by mistake. Refuses one that a later step follows, and a concluded case (RULE); an older version (CONFLICT). */
export function takeBackStep(actor: Actor, input: TakeBackStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeBackStep", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, step } = input;
    const found = await loadProgress(context, id);
    const earlier = found.taken.find((one) => one.step === step);
    if (!earlier) throw notFound();
    requireNoObstacle(takeBackObstacle(found, step));
    const key = { committeeId: actor.committeeId, inspectionId: id, step };
    const removed = await tx.inspectionStep.deleteMany({ where: { ...key, version } });
    if (removed.count === 0) throw stepConflict(earlier);
    const { doneOn, remark } = earlier;
    audit({
      type: "inspectionStep.withdrawn",
      ...subjectOf(found),
      params: { step },
      changes: [{ record: "InspectionStep", recordId: id, before: { step, doneOn, remark }, after: null }],
    });
    return { id };
  });
}

/** Gives a case more days, once, with the reason. Refuses a second time, too many days, and a concluded case (RULE). */
export function extendInspection(actor: Actor, input: ExtendInspectionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "extendInspection", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, days, grantedOn, reason } = input;
    const found = await loadProgress(context, id);
    requireNoObstacle(extensionObstacle(found, { days, grantedOn }, today));
    await tx.inspectionExtension.createMany({
      data: [
        {
          ...{ committeeId: actor.committeeId, inspectionId: id, days, reason, grantedOn: toDbDate(grantedOn) },
          ...{ recordedById: actor.accountId, recordedBy: actor.displayName },
        },
      ],
    });
    audit({
      type: "inspection.extended",
      ...subjectOf(found),
      reason,
      changes: [{ record: "InspectionExtension", recordId: id, before: null, after: { days, grantedOn } }],
    });
    return { id };
  });
}

/**
 * Notes in the diary of an open case what the team did; never changed from then on. The trail tells that something was noted, and for
 * which day, but not what: once the case is concluded the trail is read by more people than the diary. Refuses a day to come (RULE).
 */
export function writeDiary(actor: Actor, input: WriteDiaryInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "writeDiary", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, happenedOn, text } = input;
    const found = await loadProgress(context, id);
    requireNoObstacle(diaryObstacle(found.state, happenedOn, today));
    const entryId = randomUUID();
    await tx.inspectionDiaryEntry.createMany({
      data: [
        {
          ...{ committeeId: actor.committeeId, id: entryId, inspectionId: id, happenedOn: toDbDate(happenedOn), text },
          ...{ recordedById: actor.accountId, recordedBy: actor.displayName },
        },
      ],
    });
    audit({
      type: "inspectionDiary.written",
      ...subjectOf(found),
      changes: [{ record: "InspectionDiaryEntry", recordId: entryId, before: null, after: { happenedOn } }],
    });
    return { id };
  });
}

function stepConflict({ doneOn, remark, version }: Taken): VersionConflict {
  return new VersionConflict({ doneOn: typedForm(doneOn), remark: remark ?? "" }, version);
}
