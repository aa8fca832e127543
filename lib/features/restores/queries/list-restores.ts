import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import type { Tx } from "@/lib/core/db/context";
import type { RestoreKind } from "@/lib/core/db/generated/enums";
import type { RestoreModel } from "@/lib/core/db/generated/models";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAndLog } from "@/lib/core/query";
import { listScope } from "@/lib/features/audit/queries/list-events";
import { canAcceptRestore, canReadRestores } from "@/lib/features/restores/policy";
import { handObstacle, lostEntries, type RestoreState, restoreState } from "@/lib/features/restores/rules";

/** One restore of the register. */
export type RestoreView = {
  readonly id: string;
  readonly kind: RestoreKind;
  readonly state: RestoreState;
  readonly takenAt: Date;
  readonly restoredAt: Date;
  readonly restoredBy: string;
  readonly reason: string | null;
  readonly keptAs: string | null;
  readonly accepted: { readonly by: string; readonly at: Date } | null;
  readonly version: number;
};

/** What a leader compares with what he knows before accepting the state. */
export type StateFacts = {
  readonly members: number;
  readonly branches: number;
  readonly entries: number;
  /** The end of the hash of the last entry that the backup held. */
  readonly head: string;
  /** Entries of what was replaced that came after the backup; null where it could not be read. */
  readonly lost: number | null;
  readonly events: readonly { id: string; at: Date; type: string; actorName: string; subjectName: string | null }[];
};

/** The restores of the register, newest first, and for who may accept the one that waits what its state is. */
export type RestoreList = {
  readonly pending: (RestoreView & { readonly facts: StateFacts | null }) | null;
  readonly earlier: readonly RestoreView[];
  readonly can: { readonly accept: boolean };
  /** Would accept it, but administers too. */
  readonly administers: boolean;
};

const LAST_EVENTS = 10;
const HEAD_SHOWN = 12;

/** The restores of the register for office, leadership and administrators; NOT_FOUND for everybody else. Showing events of the audit is noted. */
export function listRestores(actor: Actor): Promise<RestoreList> {
  return readAndLog(actor, async (tx) => {
    if (!canReadRestores(actor)) throw notFound();
    const rows = await tx.restore.findMany({
      where: { committeeId: actor.committeeId },
      orderBy: { restoredAt: "desc" },
    });
    const waiting = rows.find((row) => restoreState(row) === "PENDING");
    const mayAccept = canAcceptRestore(actor);
    const facts = waiting && mayAccept ? await factsOf(tx, actor, waiting) : null;
    return {
      pending: waiting ? { ...viewOf(waiting), facts } : null,
      earlier: rows.filter((row) => row !== waiting).map(viewOf),
      can: { accept: mayAccept && handObstacle(actor.roles) === null },
      administers: mayAccept && handObstacle(actor.roles) !== null,
    };
  });
}

function viewOf(row: RestoreModel): RestoreView {
  const { id, kind, takenAt, restoredAt, restoredBy, reason, keptAs, version, acceptedAt, acceptedBy } = row;
  return {
    ...{ id, kind, state: restoreState(row), takenAt, restoredAt, restoredBy, reason, keptAs, version },
    accepted: acceptedAt && { at: acceptedAt, by: acceptedBy ?? "" },
  };
}

async function factsOf(tx: Tx, actor: Actor, { auditSeq, auditHash, beforeSeq }: RestoreModel): Promise<StateFacts> {
  const { committeeId, today } = actor;
  const members = await tx.membership.count({ where: { AND: [{ committeeId, kind: "OFFICIAL" }, inForce(today)] } });
  const branches = await tx.branch.count({ where: { AND: [{ committeeId }, inForce(today)] } });
  const events = await tx.auditEvent.findMany({
    where: listScope(actor),
    orderBy: { seq: "desc" },
    take: LAST_EVENTS,
    select: { id: true, at: true, type: true, actorName: true, subjectName: true },
  });
  await logAccess(tx, actor, { type: "audit.opened", params: { page: 1 } });
  const head = Buffer.from(auditHash).toString("hex").slice(0, HEAD_SHOWN);
  return { members, branches, entries: Number(auditSeq), head, lost: lostEntries({ auditSeq, beforeSeq }), events };
}
