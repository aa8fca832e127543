import "server-only";
import type { Actor } from "@/lib/core/actor";
import { visibleDossiers } from "@/lib/features/admissions/policy";

/** The dossiers the actor may read, in words: of the register, or of the own branches. Stands beside row level security. */
export function findDossierScope(actor: Actor): { committeeId: string; branchId?: { in: string[] } } {
  const visible = visibleDossiers(actor);
  const { committeeId } = actor;
  return visible.all ? { committeeId } : { committeeId, branchId: { in: visible.branchIds } };
}
