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
 * Ends the stays of members and guests in branches that are reorganised and begins them in the successors on the same day, for
 * as long as they were to last; a stay entered for a later day gets the successor for its branch. A step of the command that
 * confirms the reorganisation. Refuses with CONFLICT a stay that has been changed meanwhile.
 */
export function moveStays(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  return relocate(moves, day, {
    record: "Membership",
    find: (ids) => tx.membership.findMany({ where: { committeeId, id: { in: ids } } }),
    end: async (ended) => {
      let count = 0;
      for (const endReason of ["TRANSFERRED", "RETURNED"] as const) {
        const ids = ended.flatMap(({ id, to }) => ((to === null) === (endReason === "RETURNED") ? [id] : []));
        const written = await tx.membership.updateMany({
          where: { AND: [{ committeeId, id: { in: ids } }, lastingAfter(day.effectiveOn)] },
          data: { endsOn: startsOn, endReason, version: { increment: 1 } },
        });
        count += written.count;
      }
      return { count };
    },
    begin: (next) =>
      tx.membership.createMany({
        data: next.map(({ row: { memberId, kind, endsOn, endReason }, id, branchId }) => ({
          ...{ committeeId, id, branchId, memberId, kind, endsOn, endReason, startsOn },
          decisionNumber: day.decisionNumber,
        })),
      }),
    correct: (branchId, ids) =>
      tx.membership.updateMany({
        where: { committeeId, id: { in: ids } },
        data: { branchId, version: { increment: 1 } },
      }),
  });
}
