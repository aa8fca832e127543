import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEditOrganization, canListBranches } from "@/lib/features/organization/policy";

/** A village over its time: what it followed, by which decision, and which branches serve it today, or served it last. */
export type VillageRow = {
  readonly id: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly branches: readonly string[];
  readonly predecessors: readonly string[];
  readonly decision: { readonly number: string; readonly on: Day; readonly body: string } | null;
};

/** The villages of the register, those that stand today first; null for who may not know them. */
export async function findVillages(actor: Actor): Promise<{ rows: VillageRow[]; can: { reorganize: boolean } } | null> {
  if (!canListBranches(actor)) return null;
  return readAs(actor, async (tx) => {
    const found = await tx.village.findMany({
      where: { committeeId: actor.committeeId },
      orderBy: [{ endsOn: { sort: "asc", nulls: "first" } }, { sortKey: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        name: true,
        startsOn: true,
        endsOn: true,
        branches: { where: inForce(actor.today), select: { branch: { select: { name: true } } } },
        predecessors: {
          orderBy: { predecessor: { sortKey: "asc" } },
          select: {
            decisionNumber: true,
            decisionOn: true,
            decisionBody: true,
            predecessor: { select: { name: true } },
          },
        },
      },
    });
    const rows = found.map(({ id, name, branches, predecessors, ...dates }): VillageRow => {
      const days = periodOf(dates);
      const [paper] = predecessors;
      return {
        id,
        name,
        startsOn: days.startsOn,
        lastDay: lastDayOf(days),
        branches: branches.map((link) => link.branch.name),
        predecessors: predecessors.map((one) => one.predecessor.name),
        decision: paper
          ? { number: paper.decisionNumber, on: fromDbDate(paper.decisionOn), body: paper.decisionBody }
          : null,
      };
    });
    return { rows, can: { reorganize: canEditOrganization(actor) } };
  });
}
