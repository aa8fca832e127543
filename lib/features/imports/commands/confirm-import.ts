import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dropJob, openJob } from "@/lib/core/job";
import { type LoadedImport, loadOwnImport, takeImportVersion } from "@/lib/features/imports/commands/load-import";
import { countOutcomes } from "@/lib/features/imports/queries/outcome-counts";
import { confirmObstacle, openObstacle } from "@/lib/features/imports/rules/obstacles";
import type { ImportInput } from "@/lib/features/imports/schema/forms";

type Key = FormSending;

/**
 * Sets an import going as a job; until the job's last transaction nothing is written about any member. Refuses one with rows
 * undecided or nothing to change (RULE), and a second one while another runs in the register (CONFLICT). A reason for what
 * it changes in closed periods is kept for the job.
 */
export function confirmImport(actor: Actor, input: ImportInput, sending: Key = {}) {
  return runCommand(actor, { command: "confirmImport", input, ...sending }, async (context) => {
    const { tx, actor } = context;
    const roster = await loadOwnImport(context, input.id);
    const counts = await countOutcomes(tx, actor, roster);
    requireNoObstacle(confirmObstacle(roster.state, counts));
    const { accountId } = actor;
    if (accountId === null) throw notFound();
    await takeImportVersion(context, input, { state: "RUNNING", correctionReason: sending.correctionReason ?? null });
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    await openJob(tx, { ...actor, accountId }, { kind: "rosterImport", subjectId: roster.id, total });
    told(context, roster, "rosterImport.confirmed", "RUNNING");
    return { id: roster.id };
  });
}

/** Stops an import that runs; nothing of it has been written, and it can be confirmed again. */
export function stopImport(actor: Actor, input: Pick<ImportInput, "id">, sending: Key = {}) {
  return runCommand(actor, { command: "stopImport", input, ...sending }, async (context) => {
    const roster = await loadOwnImport(context, input.id);
    if (roster.state !== "RUNNING") throw new DomainError("RULE", "imports.errors.notRunning");
    await returnToCheck(context, roster, null);
    told(context, roster, "rosterImport.stopped", "CHECKED");
    return { id: roster.id };
  });
}

/** Ends the job of an import that something stands in the way of; nothing was written. */
export function failImport(actor: Actor, id: string, failure: string) {
  return runCommand(actor, { command: "failImport", input: { id, failure } }, async (context) => {
    const roster = await loadOwnImport(context, id);
    await returnToCheck(context, roster, failure);
    told(context, roster, "rosterImport.failed", "CHECKED");
    return { id };
  });
}

/** Gives an import up that was not carried out: its lines are gone at once. */
export function discardImport(actor: Actor, input: ImportInput, sending: Key = {}) {
  return runCommand(actor, { command: "discardImport", input, ...sending }, async (context) => {
    const { tx, actor } = context;
    const roster = await loadOwnImport(context, input.id);
    requireNoObstacle(openObstacle(roster.state));
    await tx.stagingRow.deleteMany({ where: { committeeId: actor.committeeId, importId: roster.id } });
    await takeImportVersion(context, input, { state: "DISCARDED", repairs: [], notices: [] });
    told(context, roster, "rosterImport.discarded", "DISCARDED");
    return { id: roster.id };
  });
}

async function returnToCheck(context: CommandContext, roster: LoadedImport, failure: string | null): Promise<void> {
  await dropJob(context.tx, context.actor, roster.id, failure);
  await takeImportVersion(context, roster, { state: "CHECKED" });
}

function told(
  { audit }: CommandContext,
  { id, fileName, state }: LoadedImport,
  type: `rosterImport.${string}`,
  after: string,
): void {
  const changes = [{ record: "RosterImport", recordId: id, before: { state }, after: { state: after } }];
  audit({ type, subject: { kind: "rosterImport", id, name: fileName }, changes });
}
