import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { visibleRaiseTargets, visibleVisitTargets } from "@/lib/features/visits/policy";

/** A branch to choose. */
export type BranchName = { readonly id: string; readonly name: string };

/** The branches of today that the actor may report on, by name. */
export function listVisitableBranches(actor: Actor): Promise<BranchName[]> {
  return listReached(actor, visibleVisitTargets(actor));
}

/** The branches of today of which the actor may raise difficulties, by name. */
export function listRaiseBranches(actor: Actor): Promise<BranchName[]> {
  return listReached(actor, visibleRaiseTargets(actor));
}

/** The branches of today within that reach, by name. */
export async function listReached(actor: Actor, reach: ReturnType<typeof visibleVisitTargets>): Promise<BranchName[]> {
  if (!reach.all && reach.branchIds.length === 0) return [];
  const scope = reach.all ? {} : { id: { in: reach.branchIds } };
  return readAs(actor, (tx) =>
    tx.branch.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(actor.today), scope] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
}
