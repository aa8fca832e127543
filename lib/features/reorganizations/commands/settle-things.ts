import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { requireNoObstacle } from "@/lib/core/errors";
import { listHanging } from "@/lib/features/reorganizations/queries/list-hanging";
import { listUnfinished } from "@/lib/features/reorganizations/queries/list-unfinished";
import { type Plan, sharedOutIn } from "@/lib/features/reorganizations/rules/plan";
import {
  leavingIn,
  type Settled,
  settle,
  settlingObstacle,
  unfinishedObstacle,
} from "@/lib/features/reorganizations/rules/settling";

/** Where everything that leaves its branch goes, as things stand now. Refuses by name what is unfinished or not settled (RULE). */
export async function settleThings({ tx, actor }: CommandContext, plan: Plan): Promise<Settled[]> {
  const shared = sharedOutIn(plan).map((place) => place.branchId);
  requireNoObstacle(unfinishedObstacle(await listUnfinished(tx, actor.committeeId, shared)));
  const branchIds = plan.places.map((place) => place.branchId);
  const things = await listHanging(tx, actor.committeeId, { branchIds, on: plan.effectiveOn });
  const settled = settle(things, plan);
  requireNoObstacle(settlingObstacle(settled, plan));
  return leavingIn(settled);
}
