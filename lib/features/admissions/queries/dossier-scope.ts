import "server-only";
import type { Actor } from "@/lib/core/actor";
import { visibleDossiers } from "@/lib/features/admissions/policy";

/**
 * The dossiers the actor may read, in words: of the register; or of the own branches, those of expulsion and about the person
 * once they have taken effect. Stands beside row level security.
 */
export function findDossierScope(actor: Actor) {
  const visible = visibleDossiers(actor);
  const { committeeId, memberId } = actor;
  if (visible.all) return { committeeId };
  const others = memberId ? { OR: [{ memberId: null }, { memberId: { not: memberId } }] } : {};
  const underWay = { kind: { not: "EXPULSION" as const }, ...others };
  return { committeeId, branchId: { in: visible.branchIds }, OR: [{ state: "DONE" as const }, underWay] };
}
