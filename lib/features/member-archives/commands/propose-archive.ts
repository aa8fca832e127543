import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canCancelArchive, canProposeArchive, canReadArchives } from "@/lib/features/member-archives/policy";
import { getArchiveRow } from "@/lib/features/member-archives/queries/get-archive";
import { getCandidate } from "@/lib/features/member-archives/queries/load-candidate";
import type { ArchiveInput, ProposeArchiveInput } from "@/lib/features/member-archives/schema";

/**
 * Proposes that a record entered in error goes into the archive, with why. Changes nothing. Refuses who keeps no register
 * (FORBIDDEN), a record of somebody who was there (RULE), and one that was edited meanwhile or is proposed already (CONFLICT).
 */
export function proposeArchive(actor: Actor, input: ProposeArchiveInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "proposeArchive", input, ...sending }, async ({ tx, actor, audit }) => {
    if (!canReadArchives(actor)) throw notFound();
    authorize(canProposeArchive(actor));
    const { committeeId, accountId, displayName } = actor;
    if (accountId === null) throw notFound();
    const { version, name, obstacles } = await getCandidate(tx, actor, input.memberId);
    requireNoObstacle(obstacles[0] ?? null);
    if (version !== input.version) throw new DomainError("CONFLICT", "refusals.conflict");
    const id = randomUUID();
    await tx.memberArchive.create({
      data: {
        ...{ committeeId, id, memberId: input.memberId, memberVersion: version, memberName: name },
        ...{ reason: input.reason, proposedById: accountId, proposedBy: displayName },
      },
      select: { id: true },
    });
    audit({
      type: "memberArchive.proposed",
      subject: { kind: "memberArchive", id, name },
      reason: input.reason,
      changes: [],
    });
    return { id };
  });
}

/** Calls a proposal off: by its proposer or who might confirm it (FORBIDDEN), while it is open (RULE). */
export function cancelArchive(actor: Actor, input: ArchiveInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "cancelArchive", input, ...sending }, async ({ tx, actor, audit }) => {
    const archive = await getArchiveRow(tx, actor, input.id);
    authorize(canCancelArchive(actor, archive));
    requireNoObstacle(archive.state === "PROPOSED" ? null : { reason: "memberArchives.errors.over" });
    const { id, version } = input;
    const written = await tx.memberArchive.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { state: "CANCELLED", version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "memberArchive.cancelled",
      subject: { kind: "memberArchive", id, name: archive.memberName },
      changes: [],
    });
    return { id };
  });
}
