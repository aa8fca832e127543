import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import {
  lastingAfter,
  type Relocation,
  type ReorganizationDay,
  relocate,
} from "@/lib/features/organization/commands/relocation";

/**
 * Ends assignments to branches that are reorganised, and goes on with those that a successor has, under the decision on it: a
 * step of the command that confirms the reorganisation. Refuses with CONFLICT one that has been changed meanwhile.
 */
export function moveAssignments(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  const cause = { endCause: "REORGANIZED" as const, endedBy: actor.displayName, endReason: null, endedByPlanId: null };
  return relocate(moves, day, {
    record: "Assignment",
    find: (ids) => tx.assignment.findMany({ where: { committeeId, id: { in: ids } } }),
    end: (ended) => {
      const id = { in: ended.map((move) => move.id) };
      const where = { AND: [{ committeeId, id }, lastingAfter(day.effectiveOn)] };
      return tx.assignment.updateMany({ where, data: { endsOn: startsOn, ...cause, version: { increment: 1 } } });
    },
    begin: (next) =>
      tx.assignment.createMany({
        data: next.map(({ row: { memberId, role, endsOn }, id, branchId }) => ({
          ...{ committeeId, id, branchId, memberId, role, endsOn, startsOn },
          decisionNumber: day.decisionNumber,
          decidedOn: toDbDate(day.decisionOn),
        })),
      }),
    correct: (branchId, ids) =>
      tx.assignment.updateMany({
        where: { committeeId, id: { in: ids } },
        data: { branchId, version: { increment: 1 } },
      }),
  });
}
