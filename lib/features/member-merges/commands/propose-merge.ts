import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canCancelMerge, canProposeMerge, canReadMerges } from "@/lib/features/member-merges/policy";
import { getMergeRow } from "@/lib/features/member-merges/queries/get-merge";
import { getPair } from "@/lib/features/member-merges/queries/load-pair";
import { columnsTaken } from "@/lib/features/member-merges/rules";
import type { MergeInput, ProposeMergeInput } from "@/lib/features/member-merges/schema";
import { preparedRewriting } from "@/lib/features/members/commands/rewrite-members";

/**
 * Proposes that two records of one person become one, with the values that the kept record takes from the dropped one. Changes
 * neither. Refuses who keeps no register (FORBIDDEN), values that cannot be true together, and everything that has to be solved
 * first (RULE); a second proposal about the same record (CONFLICT).
 */
export function proposeMerge(actor: Actor, input: ProposeMergeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "proposeMerge", input, ...sending }, async ({ tx, actor, today, audit }) => {
    if (!canReadMerges(actor)) throw notFound();
    authorize(canProposeMerge(actor));
    const { committeeId, accountId, displayName } = actor;
    if (accountId === null) throw notFound();
    const { kept, dropped, obstacles } = await getPair(tx, actor, input.keptId, input.droppedId);
    requireNoObstacle(obstacles[0] ?? null);
    const values = Object.fromEntries(input.taken.map((field) => [field, dropped.values[field] ?? null]));
    preparedRewriting({ member: kept, values }, today);

    const id = randomUUID();
    await tx.memberMerge.create({
      data: {
        committeeId,
        id,
        keptId: kept.id,
        keptVersion: kept.version,
        droppedId: dropped.id,
        droppedVersion: dropped.version,
        droppedName: dropped.name,
        taken: columnsTaken(input.taken),
        proposedById: accountId,
        proposedBy: displayName,
      },
      select: { id: true },
    });
    audit({
      type: "memberMerge.proposed",
      subject: { kind: "memberMerge", id, name: kept.name },
      params: { member: dropped.name, columns: input.taken.join(", ") },
      changes: [],
    });
    return { id };
  });
}

/** Calls a proposal off: by its proposer or who might confirm it (FORBIDDEN), while it is open (RULE). */
export function cancelMerge(actor: Actor, input: MergeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "cancelMerge", input, ...sending }, async ({ tx, actor, audit }) => {
    const merge = await getMergeRow(tx, actor, input.id);
    authorize(canCancelMerge(actor, merge));
    requireNoObstacle(merge.state === "PROPOSED" ? null : { reason: "memberMerges.errors.over" });
    const { id, version } = input;
    const written = await tx.memberMerge.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { state: "CANCELLED", version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "memberMerge.cancelled",
      subject: { kind: "memberMerge", id, name: merge.kept.fullName },
      params: { member: merge.droppedName },
      changes: [],
    });
    return { id };
  });
}
