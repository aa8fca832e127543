import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/core/audit";
import { openSystemSession } from "@/lib/core/auth/system-session";
import { communeToday } from "@/lib/core/clock";
import type { Tx } from "@/lib/core/db/context";
import type { RestoreKind } from "@/lib/core/db/generated/enums";
import { asOwner } from "@/lib/core/db/owner";
import { isLed } from "@/lib/features/accounts/commands/led-register";

/** The head of an audit chain. */
export type ChainHead = { readonly seq: bigint; readonly hash: Uint8Array<ArrayBuffer> };

/** What the one who restores knows: the backup, who ran it and why, and what stood there before, by register. */
export type RestoreFacts = {
  readonly kind: RestoreKind;
  readonly takenAt: Date;
  readonly restoredBy: string;
  readonly reason: string | null;
  readonly keptAs: string | null;
  readonly before: ReadonlyMap<string, ChainHead>;
};

/** How many registers wait for a leader, and how many of them have none who could sign in and accept. */
export type Waiting = { readonly registers: number; readonly withoutLeader: number };

/**
 * Notes in a database that was just restored, as its owner, that its registers stand as the backup held them and wait for a leader
 * (SOD-13), each in its own audit chain, which goes on from the head that the backup had (LOG-08). Every session that was open
 * in the backup is ended, and a state that waited already is superseded.
 */
export function noteRestore(ownerUrl: string, facts: RestoreFacts): Promise<Waiting> {
  return asOwner(ownerUrl, async (tx) => {
    const now = new Date();
    await tx.session.updateMany({ where: { endedAt: null }, data: { endedAt: now, endReason: "ENDED_BY_OTHER" } });
    await tx.restore.updateMany({ where: { acceptedAt: null, supersededAt: null }, data: { supersededAt: now } });
    const registers = await tx.committee.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    let withoutLeader = 0;
    for (const { id } of registers) {
      await noteIn(tx, id, facts);
      if (!(await isLed(tx, id, communeToday(now)))) withoutLeader += 1;
    }
    return { registers: registers.length, withoutLeader };
  });
}

async function noteIn(tx: Tx, committeeId: string, { before, ...facts }: RestoreFacts): Promise<void> {
  const id = randomUUID();
  const head = await tx.auditHead.findUnique({ where: { committeeId }, select: { seq: true, hash: true } });
  const now = head ?? { seq: 0n, hash: new Uint8Array(1) };
  const old = before.get(committeeId);
  await tx.restore.create({
    data: {
      ...{ committeeId, id, ...facts, auditSeq: now.seq, auditHash: now.hash },
      ...{ beforeSeq: old?.seq ?? null, beforeHash: old?.hash ?? null },
    },
    select: { id: true },
  });
  const { kind, restoredBy, keptAs, reason } = facts;
  const system = await openSystemSession(tx, committeeId, restoredBy);
  await appendAudit(tx, system, {
    type: "restore.made",
    subject: { kind: "restore", id, name: null },
    params: {
      ...{ kind, takenAt: facts.takenAt.toISOString(), restoredBy, keptAs },
      ...{ auditEntries: Number(now.seq), auditHead: hex(now.hash) },
      ...{ entriesBefore: old ? Number(old.seq) : null, headBefore: old ? hex(old.hash) : null },
    },
    reason,
    changes: [],
  });
  await tx.session.updateMany({ where: { id: system.sessionId }, data: { endedAt: new Date() } });
}

const hex = (hash: Uint8Array) => Buffer.from(hash).toString("hex");
