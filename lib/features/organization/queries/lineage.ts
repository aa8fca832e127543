import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canListBranches, canOpenBranch } from "@/lib/features/organization/policy";

/** A branch before or after this one, from a day on, by a decision where one is recorded. */
export type Relative = {
  readonly id: string;
  readonly name: string;
  readonly on: Day;
  readonly isOpen: boolean;
  readonly reorganization: { readonly id: string; readonly number: string; readonly decidedOn: Day } | null;
};

/** What a branch grew from, and what it became. */
export type Lineage = { readonly predecessors: readonly Relative[]; readonly successors: readonly Relative[] };

const paper = { select: { id: true, decisionNumber: true, decisionOn: true } } as const;
type Paper = { id: string; decisionNumber: string; decisionOn: Date } | null;

/** The branches before and after this one; none for who may not know the branches. */
export function findLineage(actor: Actor, branchId: string): Promise<Lineage> {
  if (!canListBranches(actor)) return Promise.resolve({ predecessors: [], successors: [] });
  return readAs(actor, async (tx) => {
    const named = { select: { id: true, name: true } } as const;
    const columns = { takesEffectOn: true, reorganization: paper } as const;
    const { committeeId } = actor;
    const before = await tx.branchSuccession.findMany({
      where: { committeeId, successorId: branchId },
      orderBy: { predecessor: { sortKey: "asc" } },
      relationLoadStrategy: "join",
      select: { ...columns, predecessor: named },
    });
    const after = await tx.branchSuccession.findMany({
      where: { committeeId, predecessorId: branchId },
      orderBy: { successor: { sortKey: "asc" } },
      relationLoadStrategy: "join",
      select: { ...columns, successor: named },
    });
    const relative = (branch: { id: string; name: string }, on: Date, of: Paper): Relative => ({
      ...branch,
      on: fromDbDate(on),
      isOpen: canOpenBranch(actor, branch.id),
      reorganization: of && { id: of.id, number: of.decisionNumber, decidedOn: fromDbDate(of.decisionOn) },
    });
    return {
      predecessors: before.map((row) => relative(row.predecessor, row.takesEffectOn, row.reorganization)),
      successors: after.map((row) => relative(row.successor, row.takesEffectOn, row.reorganization)),
    };
  });
}
