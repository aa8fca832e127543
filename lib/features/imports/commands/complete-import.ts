import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, runCommand } from "@/lib/core/command";
import { DomainError } from "@/lib/core/errors";
import { completeJob, type HeldJob } from "@/lib/core/job";
import { checkedColumns, keepOutcomes } from "@/lib/features/imports/commands/check-import";
import { type LoadedImport, loadOwnImport } from "@/lib/features/imports/commands/load-import";
import { loadArrivals, newcomerOf } from "@/lib/features/imports/commands/newcomers";
import { getMemberKeys, type JudgedLine, type Judgement } from "@/lib/features/imports/queries/judged-lines";
import { UNDO_HOURS } from "@/lib/features/imports/rules/obstacles";
import {
  type PreparedRewriting,
  preparedRewriting,
  writeRewritings,
} from "@/lib/features/members/commands/rewrite-members";
import { type PreparedNewcomer, preparedNewcomer, writeNewcomers } from "@/lib/features/members/commands/write-members";
import { listKnownIds } from "@/lib/features/members/queries/known-members";

/** The job of an import was stopped, or taken over, before it wrote anything. */
export class StoppedError extends Error {
  constructor() {
    super("The import was stopped");
    this.name = "StoppedError";
  }
}

/** Everything that an import will write, made ready before its transaction. */
export type PreparedImport = {
  readonly judgement: Judgement;
  readonly rewritings: readonly PreparedRewriting[];
  readonly newcomers: readonly PreparedNewcomer[];
};

const SLICE = 100;
const MANY = 100;

/** Makes ready what the judged lines come to: new values of members, and newcomers with their numbers sealed. */
export async function preparedImport(
  actor: Actor,
  roster: LoadedImport,
  judgement: Judgement,
): Promise<PreparedImport> {
  const arrivals = await loadArrivals(actor, roster);
  const rewritings: PreparedRewriting[] = [];
  const newcomers: PreparedNewcomer[] = [];
  for (const [index, line] of judgement.lines.entries()) {
    const { outcome, member, differences, entry } = line;
    if (outcome === "ADD") newcomers.push(preparedNewcomer(actor.committeeId, newcomerOf(line, arrivals)));
    if (outcome === "UPDATE" && member) {
      const values = Object.fromEntries(differences.map(({ field }) => [field, entry.values[field] ?? null]));
      rewritings.push(preparedRewriting({ member, values }, actor.today));
    }
    if (index % SLICE === 0) await pause();
  }
  return { judgement, rewritings, newcomers };
}

/**
 * The one transaction in which an import writes: everybody or nobody, with what was there before kept for undoing. Refuses
 * with CONFLICT where the register has changed since the lines were judged, so that they are judged again.
 */
export function completeImport(
  actor: Actor,
  { id, correctionReason }: LoadedImport,
  ready: PreparedImport,
  job: HeldJob,
): Promise<{ id: string }> {
  return runCommand(actor, { command: "completeImport", input: { id }, correctionReason }, async (context) => {
    const { tx, actor, audit } = context;
    const roster = await loadOwnImport(context, id);
    if (roster.state !== "RUNNING" || !(await completeJob(tx, actor, job))) throw new StoppedError();
    const { lines } = ready.judgement;
    const checked = checkedColumns(lines);
    if (checked.foreignLines.length > 0) throw new DomainError("RULE", "imports.errors.rejected");

    await proveNobodyCame(context, ready.judgement);
    const changes = [...(await update(context, id, ready.rewritings)), ...(await add(context, id, ready.newcomers))];
    await keepOutcomes(context, roster, lines);
    const counts = countsOf(lines);
    await finish(context, roster, { repairs: checked.repairs, notices: checked.notices, counts });
    audit({
      type: "rosterImport.completed",
      subject: { kind: "rosterImport", id, name: roster.fileName },
      params: { file: roster.fileName, added: counts.ADD, updated: counts.UPDATE, rejected: counts.REPAIR },
      changes,
    });
    return { id };
  });
}

/* Somebody who was entered since the judging might be the same person. */
async function proveNobodyCame({ tx, actor }: CommandContext, { lines, knownIds }: Judgement): Promise<void> {
  const added = lines.filter(({ outcome }) => outcome === "ADD").map(({ keys }) => keys);
  const ids = added.length === 0 ? [] : await listKnownIds(tx, actor, getMemberKeys(added));
  if (ids.some((id) => !knownIds.has(id))) throw new DomainError("CONFLICT", "refusals.conflict");
}

async function update(context: CommandContext, id: string, rewritings: readonly PreparedRewriting[]) {
  if (rewritings.length === 0) return [];
  const members = rewritings.map((rewriting) => rewriting.id);
  await context.tx.$executeRaw`SELECT app.keep_images(${id}::uuid, ${members}::uuid[])`;
  return writeRewritings(context, rewritings);
}

async function add(context: CommandContext, id: string, newcomers: readonly PreparedNewcomer[]) {
  if (newcomers.length === 0) return [];
  const changes = await writeNewcomers(context, newcomers);
  const added = newcomers.map((newcomer) => newcomer.id);
  await context.tx.$executeRaw`SELECT app.keep_added(${id}::uuid, ${added}::uuid[])`;
  if (added.length >= MANY) await context.tx.$executeRaw`SELECT app.look_at_members()`;
  return changes;
}

function countsOf(lines: readonly JudgedLine[]) {
  const counts = { ADD: 0, UPDATE: 0, SAME: 0, SKIP: 0, DECIDE: 0, REPAIR: 0, FOREIGN: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}

async function finish(
  { tx, actor }: CommandContext,
  { id, version }: LoadedImport,
  data: Pick<ReturnType<typeof checkedColumns>, "repairs" | "notices"> & { counts: ReturnType<typeof countsOf> },
): Promise<void> {
  const doneAt = new Date();
  const undoEndsAt = new Date(doneAt.getTime() + UNDO_HOURS * 3_600_000);
  const written = await tx.rosterImport.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, state: "DONE", doneAt, undoEndsAt, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
