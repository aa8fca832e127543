import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import { visibleEvents } from "@/lib/features/audit/policy";
import {
  type EventFilters,
  getTrailConditions,
  getTrailWindow,
  type TrailWindow,
} from "@/lib/features/audit/queries/filters";

/** One reading that left a trace: an export, a reveal, a sign-in that went well or not, the trail itself. */
export type AccessView = { id: string; at: Date; actorName: string; type: string; params: unknown };

/** The readings within the reader's scope, newest first, one page of them. */
export function listAccesses(
  actor: Actor,
  filters: EventFilters,
  window: TrailWindow,
): Promise<{ accesses: AccessView[]; total: number; page: number }> {
  return readAs(actor, async (tx) => {
    const scope = visibleEvents(actor) === "ALL" ? {} : { accountId: actor.accountId ?? undefined };
    const where = { AND: [scope, ...(await getTrailConditions(tx, actor, filters))] };
    const total = await tx.accessLog.count({ where });
    const { page, ...part } = getTrailWindow(total, window);
    const accesses = await tx.accessLog.findMany({
      where,
      ...part,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { id: true, at: true, actorName: true, type: true, params: true },
    });
    return { accesses, total, page };
  });
}
