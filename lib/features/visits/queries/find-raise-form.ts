import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canRaiseDifficulty } from "@/lib/features/visits/policy";

/** What a new difficulty starts from: the branch, and the visit report it comes from, where there is one. */
export type RaiseForm = {
  readonly branchId: string;
  readonly branch: string;
  readonly visit: { readonly id: string; readonly visitedOn: Day } | null;
};

/** The form of a difficulty of that branch; null for a branch of which the actor may raise none, or a report that is not on it. */
export async function findRaiseForm(actor: Actor, branchId: string, visitId: string | null): Promise<RaiseForm | null> {
  if (!canRaiseDifficulty(actor, branchId)) return null;
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const branch = await tx.branch.findFirst({ where: { committeeId, id: branchId }, select: { name: true } });
    if (!branch) return null;
    if (visitId === null) return { branchId, branch: branch.name, visit: null };
    const visit = await tx.visitReport.findFirst({
      where: { committeeId, id: visitId, branchId },
      select: { id: true, visitedOn: true },
    });
    if (!visit) return null;
    return { branchId, branch: branch.name, visit: { id: visit.id, visitedOn: fromDbDate(visit.visitedOn) } };
  });
}
