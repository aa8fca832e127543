import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { CommandContext } from "@/lib/core/command";
import type { Day } from "@/lib/core/day";
import { fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { ImportState, RosterFormat } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { canContinueImport } from "@/lib/features/imports/policy";
import { getStagedFacts, type StagedFacts } from "@/lib/features/imports/queries/staged-tables";

/** An import as the commands work with it. */
export type LoadedImport = StagedFacts & {
  readonly id: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly format: RosterFormat;
  readonly state: ImportState;
  readonly tableIndex: number;
  readonly fallbackBranchId: string | null;
  readonly newcomersFrom: Day | null;
  readonly correctionReason: string | null;
  readonly undoEndsAt: Date | null;
  readonly version: number;
};

/** Loads an import within the actor's scope. Refuses with NOT_FOUND where it is not there or not the actor's to see. */
export async function loadImport(tx: Tx, actor: Actor, id: string): Promise<LoadedImport> {
  const row = await tx.rosterImport.findFirst({ where: { committeeId: actor.committeeId, id } });
  if (!row) throw notFound();
  const { accountId, fileName, format, state, tableIndex, fallbackBranchId, correctionReason, undoEndsAt, version } =
    row;
  const newcomersFrom = fromDbDate(row.newcomersFrom);
  const plain = {
    id,
    accountId,
    fileName,
    format,
    state,
    tableIndex,
    fallbackBranchId,
    newcomersFrom,
    correctionReason,
    undoEndsAt,
    version,
  };
  return { ...plain, ...getStagedFacts(row) };
}

/** As `loadImport`, for who may go on with it; otherwise FORBIDDEN. */
export async function loadOwnImport({ tx, actor }: CommandContext, id: string): Promise<LoadedImport> {
  const found = await loadImport(tx, actor, id);
  authorize(canContinueImport(actor, found));
  return found;
}

/** Takes the next version of an import with what changes in it. Refuses where somebody was faster (CONFLICT). */
export async function takeImportVersion(
  { tx, actor }: CommandContext,
  { id, version }: { id: string; version: number },
  data: Parameters<Tx["rosterImport"]["updateMany"]>[0]["data"],
): Promise<void> {
  const written = await tx.rosterImport.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
