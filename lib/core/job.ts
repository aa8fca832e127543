import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { inContext, type Tx } from "@/lib/core/db/context";

/* Long work under the rights of the person who asked for it. A job row says how far it is; whoever holds its lease works at
   it and renews the lease with each step, so that after a crash the next one can go on. */

const LEASE_SECONDS = 20;

/** A job that this process works at. */
export type HeldJob = { readonly id: string; readonly leaseId: string };

/** Opens a job about a record, in the running command. Only one runs about a record at a time (CONFLICT). */
export async function openJob(
  tx: Tx,
  actor: Actor & { accountId: string },
  of: { kind: string; subjectId: string; total: number },
): Promise<string> {
  const id = randomUUID();
  const { committeeId, accountId } = actor;
  await tx.job.create({ data: { committeeId, id, accountId, ...of }, select: { id: true } });
  return id;
}

/** Takes the lease of the open job about a record; null where somebody else holds it, no job is open,
 * or a restored state waits to be accepted. */
export function takeJob(actor: Actor, subjectId: string): Promise<HeldJob | null> {
  return inContext(actor.sessionToken, async (tx, current) => {
    if (current.pendingRestore) return null;
    const leaseId = randomUUID();
    const [taken] = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Job" SET "leaseId" = ${leaseId}::uuid, "leaseEndsAt" = now() + make_interval(secs => ${LEASE_SECONDS})
      WHERE "committeeId" = ${actor.committeeId}::uuid AND "subjectId" = ${subjectId}::uuid AND "endedAt" IS NULL
        AND ("leaseEndsAt" IS NULL OR "leaseEndsAt" < now()) RETURNING id`;
    return taken ? { id: taken.id, leaseId } : null;
  });
}

/** Notes how far the job is and renews the lease; false where it is to stop, or is no longer this process's. */
export function advanceJob(actor: Actor, job: HeldJob, done: number): Promise<boolean> {
  return inContext(actor.sessionToken, async (tx) => {
    const advanced = await tx.$executeRaw`
      UPDATE "Job" SET done = least(${done}, total), "leaseEndsAt" = now() + make_interval(secs => ${LEASE_SECONDS})
      WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${job.id}::uuid AND "leaseId" = ${job.leaseId}::uuid
        AND "endedAt" IS NULL AND "stopAskedAt" IS NULL`;
    return advanced === 1;
  });
}

/** Ends a held job as done, in the transaction that does its work; false where it was stopped or lost meanwhile. */
export async function completeJob(tx: Tx, actor: Actor, job: HeldJob): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE "Job" SET done = total, "endedAt" = now(), outcome = 'DONE'
    WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${job.id}::uuid AND "leaseId" = ${job.leaseId}::uuid
      AND "endedAt" IS NULL AND "stopAskedAt" IS NULL`;
  return ended === 1;
}

/** Ends the open job about a record without its work; `failure` is a message key where something stood in the way. */
export async function dropJob(tx: Tx, actor: Actor, subjectId: string, failure: string | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Job" SET "endedAt" = now(), "stopAskedAt" = coalesce("stopAskedAt", now()),
      outcome = ${failure === null ? "STOPPED" : "FAILED"}::"JobOutcome", failure = ${failure}
    WHERE "committeeId" = ${actor.committeeId}::uuid AND "subjectId" = ${subjectId}::uuid AND "endedAt" IS NULL`;
}

/** How a job stands: RUNNING while its lease holds, RESTING when nobody works at it. */
export type JobProgress = { readonly done: number; readonly total: number; readonly state: "RUNNING" | "RESTING" };

/** How far the open job about a record is; null where none is open. */
export async function progressOf(tx: Tx, actor: Actor, subjectId: string): Promise<JobProgress | null> {
  const [found] = await tx.$queryRaw<JobProgress[]>`
    SELECT done, total, CASE WHEN coalesce("leaseEndsAt", "startedAt" + interval '5 seconds') > now() THEN 'RUNNING'
        ELSE 'RESTING' END AS state FROM "Job"
    WHERE "committeeId" = ${actor.committeeId}::uuid AND "subjectId" = ${subjectId}::uuid AND "endedAt" IS NULL`;
  return found ?? null;
}
