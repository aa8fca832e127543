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
 * Ends offices of branches that are reorganised, and goes on with those that a successor has: a step of the command that confirms
 * the reorganisation. Refuses with CONFLICT one that has been changed meanwhile.
 */
export async function moveOffices(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  const divided = dividedBy(moves, day);
  const where = { committeeId, id: { in: divided.map(({ move }) => move.id) } };
  const rows = await tx.branchOffice.findMany({ where });
  const written = await tx.branchOffice.updateMany({
    where: { AND: [where, lastingAfter(day.effectiveOn)] },
    data: { endsOn: startsOn, version: { increment: 1 } },
  });
  requireAll(written, divided.length);
  await tx.branchOffice.createMany({
    data: divided.flatMap(({ move, newId: id }) => {
      const row = rows.find((one) => one.id === move.id);
      if (!row || move.to === null) return [];
      const { memberId, kind, endsOn } = row;
      return [
        { committeeId, id, branchId: move.to, memberId, kind, endsOn, startsOn, decisionNumber: day.decisionNumber },
      ];
    }),
  });
  for (const [branchId, ids] of correctedBy(moves, day)) {
    await tx.branchOffice.updateMany({
      where: { committeeId, id: { in: ids } },
      data: { branchId, version: { increment: 1 } },
    });
  }
  return changesOf("BranchOffice", moves, { day, divided });
}
