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
 * Ends what villages branches that are reorganised serve, and links the villages to the successors: a step of the command that
 * confirms the reorganisation. Refuses with CONFLICT a link that has been changed meanwhile.
 */
export function moveVillages(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(day.effectiveOn);
  return relocate(moves, day, {
    record: "BranchVillage",
    find: (ids) => tx.branchVillage.findMany({ where: { committeeId, id: { in: ids } } }),
    end: (ended) => {
      const id = { in: ended.map((move) => move.id) };
      const where = { AND: [{ committeeId, id }, lastingAfter(day.effectiveOn)] };
      return tx.branchVillage.updateMany({ where, data: { endsOn: startsOn } });
    },
    begin: (next) =>
      tx.branchVillage.createMany({
        data: next.map(({ row: { villageId, endsOn }, id, branchId }) => ({
          ...{ committeeId, id, branchId, villageId, endsOn, startsOn },
        })),
      }),
    correct: (branchId, ids) =>
      tx.branchVillage.updateMany({ where: { committeeId, id: { in: ids } }, data: { branchId } }),
  });
}
