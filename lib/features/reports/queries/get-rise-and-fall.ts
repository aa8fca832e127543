import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canSeeRolls, visibleRolls } from "@/lib/features/reports/policy";
import { type RollLine, type RollStay, riseAndFall } from "@/lib/features/reports/rules";

/** The rises and falls of one branch. */
export type BranchRoll = { readonly id: string; readonly name: string; readonly line: RollLine };

/** The rises and falls between two days: branch by branch, and all of them together. */
export type RiseAndFall = {
  readonly branches: readonly BranchRoll[];
  /** Of the whole register for who sees all of it, else null. */
  readonly total: RollLine | null;
};

type StayRow = Omit<RollStay, "startsOn" | "endsOn"> & { startsOn: Date; endsOn: Date | null };

/** Who came and who left between two days, both included. Refuses with FORBIDDEN who reads no branch's past. */
export function getRiseAndFall(actor: Actor, period: { from: Day; to: Day }): Promise<RiseAndFall> {
  return readAs(actor, async (tx) => {
    authorize(canSeeRolls(actor));
    const reach = visibleRolls(actor);
    const branches = await listBranchesOf(tx, actor, period);
    const shown = reach.all ? branches : branches.filter(({ id }) => reach.branchIds.includes(id));
    const stays = await listStays(tx, period);
    return {
      branches: shown.map((branch) => ({
        ...branch,
        line: riseAndFall(
          stays.filter((stay) => stay.branchId === branch.id),
          period,
        ),
      })),
      total: reach.all ? riseAndFall(stays, period) : null,
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

async function listStays(tx: Tx, { from, to }: { from: Day; to: Day }): Promise<RollStay[]> {
  const rows = await tx.$queryRaw<StayRow[]>`
    SELECT "memberId", "fullName", "branchId", "startsOn", "endsOn", "endReason", began
    FROM app.roll_stays(${from}::date, ${to}::date)`;
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: fromDbDate(startsOn),
    endsOn: fromDbDate(endsOn),
  }));
}
