import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import {
  changesOf,
  lastingAfter,
  type Relocation,
  type ReorganizationDay,
  requireAll,
  withNewIds,
} from "@/lib/features/organization/commands/succeed-branches";

/**
 * Ends the stays of members and guests in branches that are reorganised and begins them in the successors on the same day, for
 * as long as they were to last: a step of the command that confirms the reorganisation. Refuses with CONFLICT a stay that has
 * been changed meanwhile.
 */
export async function moveStays(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  const where = { committeeId, id: { in: moves.map((move) => move.id) } };
  const rows = await tx.membership.findMany({ where });
  for (const [endReason, fits] of [
    ["TRANSFERRED", (move: Relocation) => move.to !== null],
    ["RETURNED", (move: Relocation) => move.to === null],
  ] as const) {
    const ids = moves.filter(fits).map((move) => move.id);
    const written = await tx.membership.updateMany({
      where: { AND: [{ committeeId, id: { in: ids } }, lastingAfter(day.effectiveOn)] },
      data: { endsOn: startsOn, endReason, version: { increment: 1 } },
    });
    requireAll(written, ids.length);
  }
  const begun = withNewIds(moves);
  await tx.membership.createMany({
    data: begun.flatMap(({ move, newId }) => {
      const row = rows.find((one) => one.id === move.id);
      if (!row || move.to === null) return [];
      const { memberId, kind, endsOn, endReason } = row;
      const { decisionNumber } = day;
      return [
        { committeeId, id: newId, memberId, branchId: move.to, kind, startsOn, endsOn, endReason, decisionNumber },
      ];
    }),
  });
  return begun.flatMap(({ move, newId }) => changesOf("Membership", move, { day, newId }));
}
