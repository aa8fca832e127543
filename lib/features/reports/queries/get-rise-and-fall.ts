import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canCloseRoll, canSeeRetention, canSeeRolls, visibleRolls } from "@/lib/features/reports/policy";
import { type ClosedRoll, findClosing } from "@/lib/features/reports/queries/find-closing";
import { listStays } from "@/lib/features/reports/queries/list-stays";
import {
  closingObstacle,
  differencesOf,
  entriesOf,
  lineOf,
  type RollLine,
  type RollStay,
} from "@/lib/features/reports/rules";

/** By how much each number differs from what was closed; nothing in an open period. */
export type RollDifferences = ReturnType<typeof differencesOf>;

/** The rises and falls of one branch. */
export type BranchRoll = {
  readonly id: string;
  readonly name: string;
  readonly line: RollLine;
  readonly differences: RollDifferences;
};

/**
 * The rises and falls between two days, branch by branch and all of them together: of a closed period as it was closed, else as
 * the register tells them now.
 */
export type RiseAndFall = {
  readonly branches: readonly BranchRoll[];
  /** Of the whole register for who sees all of it, else null. */
  readonly total: RollLine | null;
  /** Of all the branches together. */
  readonly differences: RollDifferences;
  /** The stays behind the numbers as they are now, by id. */
  readonly stays: ReadonlyMap<string, RollStay>;
  /** How the period was closed, and what has changed since; null where it is open. */
  readonly closing: ClosedRoll | null;
  readonly can: { readonly close: boolean; readonly seeRetention: boolean };
};

/** Who came and who left between two days, both included. Refuses with FORBIDDEN who reads no branch's past. */
export function getRiseAndFall(actor: Actor, period: { from: Day; to: Day }): Promise<RiseAndFall> {
  return readAs(actor, async (tx) => {
    authorize(canSeeRolls(actor));
    const reach = visibleRolls(actor);
    const branches = await listBranchesOf(tx, actor, period);
    const shown = reach.all ? branches : branches.filter(({ id }) => reach.branchIds.includes(id));
    const stays = await listStays(tx, period);
    const closing = await findClosing(tx, actor, period);
    const entries = closing?.entries ?? entriesOf(stays, period);
    const corrections = closing?.corrections ?? [];
    return {
      closing,
      stays: new Map(stays.map((stay) => [stay.id, stay])),
      can: {
        close: !closing && canCloseRoll(actor) && closingObstacle(period, actor.today) === null,
        seeRetention: canSeeRetention(actor),
      },
      branches: shown.map((branch) => ({
        ...branch,
        line: lineOf(entries.filter((entry) => entry.branchId === branch.id)),
        differences: differencesOf(corrections.filter((one) => one.branchId === branch.id)),
      })),
      total: reach.all ? lineOf(entries) : null,
      differences: differencesOf(corrections),
    };
  });
}

async function listBranchesOf(tx: Tx, { committeeId }: Actor, { from, to }: { from: Day; to: Day }) {
  return tx.branch.findMany({
    where: {
      committeeId,
      startsOn: { lte: toDbDate(to) },
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(from) } }],
    },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
