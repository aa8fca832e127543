import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import {
  changesOf,
  correctedBy,
  dividedBy,
  lastingAfter,
  type Relocation,
  type ReorganizationDay,
  requireAll,
} from "@/lib/features/organization/commands/relocation";

/**
 * Ends the stays of members and guests in branches that are reorganised and begins them in the successors on the same day, for
 * as long as they were to last; a stay entered for a later day gets the successor for its branch. A step of the command that
 * confirms the reorganisation. Refuses with CONFLICT a stay that has been changed meanwhile.
 */
export async function moveStays(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  const divided = dividedBy(moves, day);
  const where = { committeeId, id: { in: divided.map(({ move }) => move.id) } };
  const rows = await tx.membership.findMany({ where });
  for (const endReason of ["TRANSFERRED", "RETURNED"] as const) {
    const ids = divided.flatMap(({ move }) => ((move.to === null) === (endReason === "RETURNED") ? [move.id] : []));
    const written = await tx.membership.updateMany({
      where: { AND: [{ committeeId, id: { in: ids } }, lastingAfter(day.effectiveOn)] },
      data: { endsOn: startsOn, endReason, version: { increment: 1 } },
    });
    requireAll(written, ids.length);
  }
  await tx.membership.createMany({
    data: divided.flatMap(({ move, newId: id }) => {
      const row = rows.find((one) => one.id === move.id);
      if (!row || move.to === null) return [];
      const { memberId, kind, endsOn, endReason } = row;
      return [
        {
          committeeId,
          id,
          branchId: move.to,
          memberId,
          kind,
          endsOn,
          endReason,
          startsOn,
          decisionNumber: day.decisionNumber,
        },
      ];
    }),
  });
  for (const [branchId, ids] of correctedBy(moves, day)) {
    await tx.membership.updateMany({
      where: { committeeId, id: { in: ids } },
      data: { branchId, version: { increment: 1 } },
    });
  }
  return changesOf("Membership", moves, { day, divided });
}
