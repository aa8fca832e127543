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
 * Ends what villages branches that are reorganised serve, and links the villages to the successors: a step of the command that
 * confirms the reorganisation. Refuses with CONFLICT a link that has been changed meanwhile.
 */
export async function moveVillages(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  const divided = dividedBy(moves, day);
  const where = { committeeId, id: { in: divided.map(({ move }) => move.id) } };
  const rows = await tx.branchVillage.findMany({ where });
  const written = await tx.branchVillage.updateMany({
    where: { AND: [where, lastingAfter(day.effectiveOn)] },
    data: { endsOn: startsOn },
  });
  requireAll(written, divided.length);
  await tx.branchVillage.createMany({
    data: divided.flatMap(({ move, newId: id }) => {
      const row = rows.find((one) => one.id === move.id);
      if (!row || move.to === null) return [];
      const { villageId, endsOn } = row;
      return [{ committeeId, id, branchId: move.to, villageId, endsOn, startsOn }];
    }),
  });
  for (const [branchId, ids] of correctedBy(moves, day)) {
    await tx.branchVillage.updateMany({ where: { committeeId, id: { in: ids } }, data: { branchId } });
  }
  return changesOf("BranchVillage", moves, { day, divided });
}
