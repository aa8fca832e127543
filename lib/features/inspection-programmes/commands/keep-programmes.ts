import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadProgramme, programmeSubject } from "@/lib/features/inspection-programmes/commands/load-programme";
import { canKeepProgramme, visibleProgrammes } from "@/lib/features/inspection-programmes/policy";
import { issueObstacle, openingObstacle, planDay } from "@/lib/features/inspection-programmes/rules";
import type { IssueProgrammeInput, OpenProgrammeInput } from "@/lib/features/inspection-programmes/schema";
import { canReadProgrammes } from "@/lib/features/inspections/policy";

/**
 * Opens the programme of a body or the plan of a branch for a year, as a draft. Refuses a branch that is not the actor's to see
 * (NOT_FOUND), a programme that is not the actor's to keep (FORBIDDEN), a year too far ahead (RULE), and a second one (CONFLICT).
 */
export function openProgramme(actor: Actor, input: OpenProgrammeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openProgramme", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { year, body, branchId } = input;
    authorize(canReadProgrammes(actor));
    requireNoObstacle(openingObstacle(input, today));
    const { all, ownBranchIds } = visibleProgrammes(actor);
    if (branchId !== null && !all && !ownBranchIds.includes(branchId)) throw notFound();
    authorize(canKeepProgramme(actor, input));
    const { committeeId, accountId, displayName } = actor;
    const branch = branchId === null ? null : await findBranch(branchId);
    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.inspectionProgramme.create({
      data: { committeeId, id, year, body, branchId, ...hand },
      select: { id: true },
    });
    audit({
      type: "inspectionProgramme.opened",
      subject: programmeSubject({ id, branch }),
      branchId,
      changes: [{ record: "InspectionProgramme", recordId: id, before: null, after: { year, body } }],
    });
    return { id };

    async function findBranch(id: string) {
      const found = await tx.branch.findFirst({
        where: { AND: [{ committeeId, id }, inForce(planDay(year, today))] },
        select: { name: true },
      });
      if (!found) throw notFound();
      return found;
    }
  });
}

/**
 * Issues a draft with its number and day; its lines are frozen from then on. Refuses a programme that is not the actor's to see
 * (NOT_FOUND) or keep (FORBIDDEN), an empty or issued one and a day that does not fit (RULE), and an older version (CONFLICT).
 */
export function issueProgramme(actor: Actor, input: IssueProgrammeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "issueProgramme", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, documentNumber, issuedOn } = input;
    const stored = await loadProgramme(context, id);
    const { state, year } = stored;
    requireNoObstacle(issueObstacle({ state, year, lines: stored.lines.length }, issuedOn, today));
    const hand = { issuedById: actor.accountId, issuedBy: actor.displayName };
    const written = await tx.inspectionProgramme.updateMany({
      where: { committeeId: actor.committeeId, id, version, state: "DRAFT" },
      data: { state: "ISSUED", documentNumber, issuedOn: toDbDate(issuedOn), ...hand, version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict({ documentNumber: "", issuedOn: "" }, stored.version);
    audit({
      type: "inspectionProgramme.issued",
      subject: programmeSubject(stored),
      branchId: stored.branchId,
      params: { year },
      changes: [
        {
          record: "InspectionProgramme",
          recordId: id,
          before: { state },
          after: { state: "ISSUED", documentNumber, issuedOn },
        },
      ],
    });
    return { id };
  });
}
