import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { DomainError } from "@/lib/core/errors";
import type { Relocation, ReorganizationDay } from "@/lib/features/organization/commands/relocation";

/**
 * Hands dossiers that are under way to the branches that follow theirs: a step of the command that confirms a reorganisation.
 * Refuses one about the person who confirms (RULE), which somebody else has to do.
 */
export async function moveDossiers(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  { names }: ReorganizationDay,
): Promise<AuditChange[]> {
  for (const { id, to } of moves) {
    const written = await tx.dossier.updateMany({
      where: { committeeId: actor.committeeId, id },
      data: { branchId: to ?? undefined, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("RULE", "reorganizations.errors.ownDossier");
  }
  return moves.map(({ id, from, to }) => ({
    record: "Dossier",
    recordId: id,
    before: { branch: names.get(from) ?? "" },
    after: { branch: names.get(to ?? "") ?? "" },
  }));
}
