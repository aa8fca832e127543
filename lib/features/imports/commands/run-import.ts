import "server-only";
import type { Actor } from "@/lib/core/actor";
import { refusalFrom } from "@/lib/core/db/refusal";
import { authorize, DomainError } from "@/lib/core/errors";
import { CORRECTION_REASON } from "@/lib/core/form-input";
import { advanceJob, type HeldJob, takeJob } from "@/lib/core/job";
import { readAs } from "@/lib/core/query";
import { completeImport, preparedImport, StoppedError } from "@/lib/features/imports/commands/complete-import";
import { failImport } from "@/lib/features/imports/commands/confirm-import";
import { loadImport } from "@/lib/features/imports/commands/load-import";
import { canContinueImport } from "@/lib/features/imports/policy";
import { listJudgedLines } from "@/lib/features/imports/queries/judged-lines";
import { CLOSED_PERIOD } from "@/lib/features/imports/rules/obstacles";

/** How a run ended. BUSY: somebody else is at it, or there is nothing to do. */
export type RunEnd = "DONE" | "STOPPED" | "FAILED" | "BUSY";

const ATTEMPTS = 3;

/** Proves that an import runs and is the actor's to go on with: NOT_FOUND, FORBIDDEN, or RULE where it does not run. */
export function proveRunning(actor: Actor, { id }: { id: string }): Promise<{ id: string }> {
  return readAs(actor, async (tx) => {
    const roster = await loadImport(tx, actor, id);
    authorize(canContinueImport(actor, roster));
    if (roster.state !== "RUNNING") throw new DomainError("RULE", "imports.errors.notRunning");
    return { id };
  });
}

/**
 * Works off a confirmed import: judges every line anew, telling how far it is, then writes all of it in one transaction. Safe
 * to call again after a crash, and by several at once: one works. What was changed meanwhile is judged again. Whatever stands
 * in the way ends the job with its reason, and nothing is written.
 */
export async function runImport(actor: Actor, id: string): Promise<RunEnd> {
  const job = await takeJob(actor, id);
  if (job === null) return "BUSY";
  try {
    return await workOff(actor, id, job);
  } catch (error) {
    if (error instanceof StoppedError) return "STOPPED";
    const refusal = refusalFrom(error);
    await failImport(actor, id, failureOf(refusal));
    if (refusal === null) throw error;
    return "FAILED";
  }
}

/* A job's failure is a sentence without values; the form of the import asks for the reason itself. */
function failureOf(refusal: DomainError | null): string {
  if (refusal?.field === CORRECTION_REASON) return CLOSED_PERIOD;
  return refusal?.reason ?? "imports.errors.interrupted";
}

async function workOff(actor: Actor, id: string, job: HeldJob, attempt = 1): Promise<RunEnd> {
  const roster = await readAs(actor, (tx) => loadImport(tx, actor, id));
  const judgement = await listJudgedLines(actor, roster, { onSlice: (done) => advanceJob(actor, job, done) });
  if (judgement === null) return "STOPPED";
  const ready = await preparedImport(actor, roster, judgement);
  try {
    await completeImport(actor, roster, ready, job);
    return "DONE";
  } catch (error) {
    if (refusalFrom(error)?.code !== "CONFLICT" || attempt === ATTEMPTS) throw error;
    return workOff(actor, id, job, attempt + 1);
  }
}
