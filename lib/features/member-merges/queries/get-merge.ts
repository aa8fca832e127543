import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { MergeState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import type { Obstacle } from "@/lib/core/obstacle";
import { readAs } from "@/lib/core/query";
import {
  canCancelMerge,
  canConfirmMerge,
  canProposeMerge,
  canReadMerges,
  canUndoMerge,
} from "@/lib/features/member-merges/policy";
import { getPair } from "@/lib/features/member-merges/queries/load-pair";
import { rowFates, undoObstacle } from "@/lib/features/member-merges/rules";
import { type MergeField, mergeFields } from "@/lib/features/member-merges/schema";

/** A field in which two records differ. */
export type DifferingField = {
  readonly field: MergeField;
  readonly kept: string | null;
  readonly dropped: string | null;
};

/** Two records side by side: where they differ, what hangs on the one that would go, and what has to be solved first. */
export type PairView = {
  readonly kept: { readonly id: string; readonly name: string; readonly branch: string | null };
  readonly dropped: { readonly id: string; readonly name: string; readonly branch: string | null };
  readonly fields: readonly DifferingField[];
  readonly moved: number;
  readonly same: number;
  readonly obstacles: readonly Obstacle[];
};

/** A proposal or what came of it; `pair` is there while it is open and both records are. */
export type MergeView = {
  readonly id: string;
  readonly state: MergeState;
  readonly version: number;
  readonly keptId: string;
  readonly keptName: string;
  readonly droppedName: string;
  readonly taken: readonly string[];
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly confirmedBy: string | null;
  readonly undoEndsAt: Date | null;
  readonly isChangedSince: boolean;
  readonly pair: PairView | null;
  readonly can: { readonly confirm: boolean; readonly cancel: boolean; readonly undo: boolean };
};

/** A merge in the running transaction. Refuses with NOT_FOUND what is not there or not the actor's to see. */
export async function getMergeRow(tx: Tx, actor: Actor, id: string) {
  if (!canReadMerges(actor)) throw notFound();
  const merge = await tx.memberMerge.findFirst({
    where: { committeeId: actor.committeeId, id },
    include: { kept: { select: { fullName: true, version: true } }, dropped: { select: { version: true } } },
  });
  if (!merge) throw notFound();
  return merge;
}

/** Two records side by side for who may make them one. Refuses with NOT_FOUND everybody else, and records that are not there. */
export function getPairView(actor: Actor, keptId: string, droppedId: string): Promise<PairView> {
  return readAs(actor, (tx) => {
    if (!canProposeMerge(actor)) throw notFound();
    return getViewOf(tx, actor, keptId, droppedId);
  });
}

/** One merge for its page. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getMerge(actor: Actor, id: string): Promise<MergeView> {
  return readAs(actor, async (tx) => {
    const merge = await getMergeRow(tx, actor, id);
    const { state, version, keptId, droppedId, droppedName, taken, undoEndsAt, kept, dropped } = merge;
    const step = state === "PROPOSED" ? 0 : 1;
    const isChangedSince = kept.version !== merge.keptVersion + step || dropped.version !== merge.droppedVersion + step;
    const isOpen = state === "PROPOSED";
    return {
      ...{ id, state, version, keptId, droppedName, taken, undoEndsAt, isChangedSince },
      keptName: kept.fullName,
      proposedBy: merge.proposedBy,
      proposedAt: merge.proposedAt,
      confirmedBy: merge.confirmedBy,
      pair: isOpen ? await getViewOf(tx, actor, keptId, droppedId) : null,
      can: {
        confirm: isOpen && canConfirmMerge(actor, merge),
        cancel: isOpen && canCancelMerge(actor, merge),
        undo: canUndoMerge(actor) && undoObstacle(merge, new Date()) === null && !isChangedSince,
      },
    };
  });
}

async function getViewOf(tx: Tx, actor: Actor, keptId: string, droppedId: string): Promise<PairView> {
  const { kept, dropped, obstacles } = await getPair(tx, actor, keptId, droppedId);
  const shown = (values: typeof kept.values, field: MergeField) =>
    field === "fullName" ? [values.fullName, values.otherName].filter(Boolean).join(" – ") : (values[field] ?? null);
  const fields = mergeFields.map((field) => ({
    field,
    kept: shown(kept.values, field),
    dropped: shown(dropped.values, field),
  }));
  const fates = rowFates(kept.rows, dropped.rows).map(({ fate }) => fate);
  return {
    kept: { id: kept.id, name: kept.name, branch: kept.branchName },
    dropped: { id: dropped.id, name: dropped.name, branch: dropped.branchName },
    fields: fields.filter((one) => one.kept !== one.dropped),
    moved: fates.filter((fate) => fate === "MOVED").length,
    same: fates.filter((fate) => fate === "SAME").length,
    obstacles,
  };
}
