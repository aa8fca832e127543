import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { loadPaper } from "@/lib/features/party-documents/commands/load-paper";
import { tellingObstacle } from "@/lib/features/party-documents/rules/catching-up";
import type { TakeBackInput, TellVillageInput } from "@/lib/features/party-documents/schema";

/**
 * Keeps that a branch passed a paper on to the people at a meeting of a village, and to how many households. Refuses as `passOn` does;
 * a day before the paper or to come, and a village that the branch did not serve on it (RULE); the same meeting twice (CONFLICT).
 */
export function tellVillage(actor: Actor, input: TellVillageInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "tellVillage", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { documentId, branchId, villageId, heldOn, households } = input;
    const { committeeId, accountId, displayName } = actor;
    const { name, issuedOn } = await loadPaper(context, documentId, branchId);
    const rows = await tx.branchVillage.findMany({
      where: { committeeId, branchId, villageId },
      relationLoadStrategy: "join",
      select: { startsOn: true, endsOn: true, village: { select: { name: true } } },
    });
    const [village] = rows.map((row) => row.village.name);
    if (village === undefined) throw notFound();
    const served = rows.map(({ startsOn, endsOn }) => withPeriod({ startsOn, endsOn }));
    requireNoObstacle(tellingObstacle({ heldOn, issuedOn, served }, today));

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.villageTelling.create({
      data: { committeeId, id, documentId, branchId, villageId, heldOn: toDbDate(heldOn), households, ...hand },
      select: { id: true },
    });
    audit({
      type: "partyDocument.tellingRecorded",
      subject: { kind: "partyDocument", id: documentId, name },
      branchId,
      changes: [{ record: "VillageTelling", recordId: id, before: null, after: { village, heldOn, households } }],
    });
    return { id: documentId, branchId };
  });
}

/** Takes back what was written down by mistake of telling a village. Refuses what is not the actor's to see (NOT_FOUND), who only reads (FORBIDDEN), and an annulled paper (RULE). */
export function takeBackTelling(actor: Actor, input: TakeBackInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeBackTelling", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const row = await tx.villageTelling.findFirst({
      where: { committeeId, id: input.id },
      relationLoadStrategy: "join",
      include: { village: { select: { name: true } } },
    });
    if (!row) throw notFound();
    const { documentId, branchId, village, households } = row;
    const { name } = await loadPaper(context, documentId, branchId);
    const gone = await tx.villageTelling.deleteMany({ where: { committeeId, id: input.id } });
    if (gone.count === 0) throw notFound();
    const before = { village: village.name, heldOn: fromDbDate(row.heldOn), households };
    audit({
      type: "partyDocument.tellingRemoved",
      subject: { kind: "partyDocument", id: documentId, name },
      branchId,
      changes: [{ record: "VillageTelling", recordId: input.id, before, after: null }],
    });
    return { id: documentId, branchId };
  });
}
