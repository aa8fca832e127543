import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadProgress, subjectOf } from "@/lib/features/inspections/commands/load-progress";
import { findingObstacle } from "@/lib/features/inspections/rules";
import type { WriteFindingInput } from "@/lib/features/inspections/schema";

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
