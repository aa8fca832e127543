import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { ReminderWay } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canRemindBranch, canSeeMonthWork, canSeeWorkOf, visibleReminders } from "@/lib/features/month-work/policy";
import { findOpenWork } from "@/lib/features/month-work/queries/find-open-work";
import { countByBranch, isOfBranch, workLines } from "@/lib/features/month-work/rules/lines";
import type { WorkLine } from "@/lib/features/month-work/rules/work-line";
import type { WorkFilter } from "@/lib/features/month-work/schema";

/** A reminder that was given. */
export type ReminderFacts = {
  readonly way: ReminderWay;
  readonly note: string | null;
  readonly on: Day;
  readonly by: string;
};

/** A branch with how much it has to see to, and when it was reminded last. */
export type BranchWork = {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly late: number;
  readonly reminder: ReminderFacts | null;
  readonly can: { readonly remind: boolean };
};

/** What is open for this reader, of all branches seen or of the one asked for. */
export type MonthWork = {
  readonly branch: BranchWork | null;
  readonly branches: readonly BranchWork[];
  readonly lines: readonly WorkLine[];
};

/**
 * What is open today for this reader, computed from dates: nothing of it is kept anywhere. Of one branch, only what the
 * branch itself has to see to. Refuses with NOT_FOUND who sees no branch's work, and a branch that is not the reader's to see.
 */
export async function getMonthWork(actor: Actor, { branch: asked }: WorkFilter): Promise<MonthWork> {
  if (!canSeeMonthWork(actor) || (asked !== null && !canSeeWorkOf(actor, asked))) throw notFound();
  const [open, standing] = await Promise.all([findOpenWork(actor), listBranches(actor)]);
  const all = workLines(open, actor.today);
  const counts = countByBranch(all);
  const branches = [...standing, ...listGone(all, standing)].map(
    (branch): BranchWork => ({ ...branch, ...(counts.get(branch.id) ?? { open: 0, late: 0 }) }),
  );
  const branch = branches.find(({ id }) => id === asked) ?? null;
  if (asked !== null && branch === null) throw notFound();
  const own = (line: WorkLine) => line.branchId === branch?.id && isOfBranch(line);
  return { branch, branches, lines: branch ? all.filter(own) : all };
}

/* Branches that have ended and left something open. */
function listGone(lines: readonly WorkLine[], standing: readonly { readonly id: string }[]) {
  const gone = lines.filter((line) => isOfBranch(line) && !standing.some(({ id }) => id === line.branchId));
  const names = new Map(gone.map(({ branchId, branch }) => [branchId ?? "", branch ?? ""]));
  return [...names].map(([id, name]) => ({ id, name, reminder: null, can: { remind: false } }));
}

/** How many lines this reader sees open that the branch has to see to. */
export async function countOpenLines(actor: Actor, branchId: string): Promise<number> {
  const lines = workLines(await findOpenWork(actor), actor.today);
  return countByBranch(lines).get(branchId)?.open ?? 0;
}

function listBranches(actor: Actor): Promise<Omit<BranchWork, "open" | "late">[]> {
  const reach = visibleReminders(actor);
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const rows = await tx.branch.findMany({
      where: { AND: [{ committeeId }, inForce(today), reach.all ? {} : { id: { in: reach.branchIds } }] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        name: true,
        reminders: {
          orderBy: [{ remindedAt: "desc" }, { id: "asc" }],
          take: 1,
          select: { way: true, note: true, remindedOn: true, remindedBy: true },
        },
      },
    });
    return rows.map(({ id, name, reminders: [last] }) => ({
      ...{ id, name },
      reminder: last ? { way: last.way, note: last.note, on: fromDbDate(last.remindedOn), by: last.remindedBy } : null,
      can: { remind: canRemindBranch(actor, id) },
    }));
  });
}
