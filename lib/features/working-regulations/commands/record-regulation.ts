import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { periodOf } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { canKeepRegulations, canReadRegulations } from "@/lib/features/working-regulations/policy";
import { regulationObstacle } from "@/lib/features/working-regulations/rules";
import type { AnnulRegulationInput, RecordRegulationInput } from "@/lib/features/working-regulations/schema";

/**
 * Enters a version of a branch's working regulations, which ends the one before it the day before. Refuses a branch or a meeting that
 * is not the actor's to see or not the branch's (NOT_FOUND); who only reads (FORBIDDEN); days that do not follow, a day on which
 * another version begins, and one that follows another without saying what has changed (RULE).
 */
export function recordRegulation(actor: Actor, input: RecordRegulationInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordRegulation", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { branchId, adoptedOn, meetingId, startsOn, numberAndSign, changes } = input;
    const { committeeId, accountId, displayName } = actor;
    if (!canReadRegulations(actor, branchId)) throw notFound();
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      select: {
        ...{ name: true, startsOn: true, endsOn: true },
        regulations: { where: { annulledOn: null }, select: { startsOn: true } },
      },
    });
    if (!branch) throw notFound();
    authorize(canKeepRegulations(actor, branchId));
    const meetingHeldOn = meetingId === null ? null : await dayOfMeeting(context, branchId, meetingId);
    const begun = branch.regulations.map((one) => fromDbDate(one.startsOn));
    requireNoObstacle(regulationObstacle(input, { branch: periodOf(branch), begun, meetingHeldOn }, today));

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    const days = { adoptedOn: toDbDate(adoptedOn), startsOn: toDbDate(startsOn) };
    await tx.workingRegulation.create({
      data: { committeeId, id, branchId, meetingId, numberAndSign, changes, ...days, ...hand },
      select: { id: true },
    });
    const after = { adoptedOn, startsOn, numberAndSign, regulationChanges: changes, meetingHeldOn };
    audit({
      type: "workingRegulation.recorded",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      changes: [{ record: "WorkingRegulation", recordId: id, before: null, after }],
    });
    return { id };
  });
}

/**
 * Annuls a version that was entered by mistake, with the reason; it stays to be read, and the version before it goes on. Refuses a
 * version that is not the actor's to see (NOT_FOUND) or keep (FORBIDDEN), one that is annulled (RULE), and an older version (CONFLICT).
 */
export function annulRegulation(actor: Actor, input: AnnulRegulationInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "annulRegulation", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, reason } = input;
    const stored = await loadRegulation(context, id);
    const { branchId } = stored;
    const hand = { annulledOn: toDbDate(today), annulledBy: actor.displayName, annulledReason: reason };
    const written = await tx.workingRegulation.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...hand, version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict({}, stored.version);
    audit({
      type: "workingRegulation.annulled",
      subject: { kind: "branch", id: branchId, name: stored.branch.name },
      branchId,
      params: { startsOn: fromDbDate(stored.startsOn) },
      reason,
      changes: [
        { record: "WorkingRegulation", recordId: id, before: { annulledOn: null }, after: { annulledOn: today } },
      ],
    });
    return { id: branchId };
  });
}

/** A version that the actor may keep. Refuses one that is not the actor's to see (NOT_FOUND) or keep (FORBIDDEN), and an annulled one (RULE). */
export async function loadRegulation({ tx, actor }: CommandContext, id: string) {
  const found = await tx.workingRegulation.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: {
      ...{ branchId: true, startsOn: true, annulledOn: true, version: true },
      branch: { select: { name: true } },
      file: { select: { fileName: true } },
    },
  });
  if (!found || !canReadRegulations(actor, found.branchId)) throw notFound();
  authorize(canKeepRegulations(actor, found.branchId));
  if (found.annulledOn !== null) throw new DomainError("RULE", "workingRegulations.errors.annulledBefore");
  return found;
}

async function dayOfMeeting({ tx, actor }: CommandContext, branchId: string, id: string): Promise<Day> {
  const found = await tx.meeting.findFirst({
    where: { committeeId: actor.committeeId, branchId, id },
    select: { heldOn: true },
  });
  if (!found) throw notFound();
  return fromDbDate(found.heldOn);
}
