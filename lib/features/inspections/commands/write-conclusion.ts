import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadProgress, subjectOf } from "@/lib/features/inspections/commands/load-progress";
import { addendumObstacle, findingObstacle } from "@/lib/features/inspections/rules";
import type { AddInspectionAddendumInput, WriteFindingInput } from "@/lib/features/inspections/schema";

/** Writes what was found of one subject, published with the conclusion. Refuses a concluded case (RULE); an older version (CONFLICT). */
export function writeFinding(actor: Actor, input: WriteFindingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "writeFinding", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const { id, version, ...found } = input;
    const row = await tx.inspectionSubject.findFirst({
      where: { committeeId, id },
      relationLoadStrategy: "join",
      select: {
        ...{ inspectionId: true, strengths: true, finding: true, violation: true, version: true },
        branch: { select: { name: true } },
        member: { select: { fullName: true } },
      },
    });
    if (!row) throw notFound();
    const { inspectionId, branch, member, version: stored, ...before } = row;
    const of = await loadProgress(context, inspectionId);
    requireNoObstacle(findingObstacle(of.state));
    const written = await tx.inspectionSubject.updateMany({
      where: { committeeId, id, version },
      data: { ...found, version: { increment: 1 } },
    });
    if (written.count === 0) {
      const { strengths, finding, violation } = before;
      throw new VersionConflict(
        { strengths: strengths ?? "", finding: finding ?? "", violation: violation ?? "" },
        stored,
      );
    }
    const change = changedValues(before, found);
    audit({
      type: "inspectionFinding.written",
      ...subjectOf(of),
      params: { subject: branch?.name ?? member?.fullName ?? null },
      changes: change ? [{ record: "InspectionSubject", recordId: id, ...change }] : [],
    });
    return { id: inspectionId };
  });
}

/** Adds to an issued conclusion, which stays as it is, under the next number and with the reason. Refuses an open case (RULE). */
export function addInspectionAddendum(actor: Actor, input: AddInspectionAddendumInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "addInspectionAddendum", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, text, reason } = input;
    const of = await loadProgress(context, id);
    requireNoObstacle(addendumObstacle(of.state));
    const key = { committeeId: actor.committeeId, inspectionId: id };
    const last = await tx.inspectionAddendum.findFirst({
      where: key,
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const addendumId = randomUUID();
    const number = (last?.number ?? 0) + 1;
    const hand = { recordedById: actor.accountId, recordedBy: actor.displayName };
    await tx.inspectionAddendum.createMany({ data: [{ ...key, id: addendumId, number, text, reason, ...hand }] });
    audit({
      type: "inspection.amended",
      ...subjectOf(of),
      reason,
      changes: [{ record: "InspectionAddendum", recordId: addendumId, before: null, after: { number, text } }],
    });
    return { id };
  });
}
