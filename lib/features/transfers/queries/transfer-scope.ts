import "server-only";
import type { Actor } from "@/lib/core/actor";
import { visibleTransfers } from "@/lib/features/transfers/policy";

/** The transfers the actor may read, in words: of the register, or from and to the own branches. Stands beside row level security. */
export function findTransferScope(actor: Actor) {
  const visible = visibleTransfers(actor);
  const { committeeId } = actor;
  if (visible.all) return { committeeId };
  const own = { in: visible.branchIds };
  return { committeeId, OR: [{ fromBranchId: own }, { toBranchId: own }] };
}
