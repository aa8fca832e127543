import "server-only";
import type { Actor } from "@/lib/core/actor";
import { sql } from "@/lib/core/db/sql";
import { readAs } from "@/lib/core/query";
import { canReadArchives } from "@/lib/features/member-archives/policy";
import { canReadMerges } from "@/lib/features/member-merges/policy";

/** Where a record has gone, or that it may go: by which merge into whose record, or by which entry of the archive. */
export type Whereabouts =
  | { readonly kind: "MERGED"; readonly id: string; readonly name: string; readonly keptId: string }
  | { readonly kind: "ARCHIVED" | "PROPOSED"; readonly id: string; readonly name: string; readonly keptId: null };

/** Where a record has gone, for who keeps or leads the register; null for everybody else, and for a record that is where it was. */
export async function findWhereabouts(actor: Actor, memberId: string): Promise<Whereabouts | null> {
  if (!canReadMerges(actor) || !canReadArchives(actor)) return null;
  const register = sql`${actor.committeeId}::uuid`;
  const [found] = await readAs(
    actor,
    (tx) => tx.$queryRaw<Whereabouts[]>`
      SELECT 'MERGED' AS kind, g.id, g."keptId", k."fullName" AS name FROM "MemberMerge" g
        JOIN "Member" k ON k."committeeId" = g."committeeId" AND k.id = g."keptId"
        WHERE g."committeeId" = ${register} AND g."droppedId" = ${memberId}::uuid AND g.state = 'DONE'
      UNION ALL SELECT CASE WHEN a.state = 'DONE' THEN 'ARCHIVED' ELSE 'PROPOSED' END, a.id, NULL, a."memberName" FROM "MemberArchive" a
        WHERE a."committeeId" = ${register} AND a."memberId" = ${memberId}::uuid AND a.state IN ('PROPOSED', 'DONE')
      ORDER BY kind LIMIT 1`,
  );
  return found ?? null;
}
