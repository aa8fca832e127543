import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";

/**
 * How many files of the whole register the actor has taken or ordered today, by the commune's day. The next one waits until
 * this transaction is over, so that many at once are counted one after the other.
 */
export async function countWholeFilesToday(tx: Tx, actor: Actor): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`whole files ${actor.accountId}`}))`;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    WITH today AS (SELECT app.today()::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS began)
    SELECT count(*)::int AS count FROM (
      SELECT l.params ->> 'serial' FROM "AccessLog" l, today WHERE l."committeeId" = ${actor.committeeId}::uuid
        AND l."accountId" = ${actor.accountId}::uuid AND l.type IN ('members.exported', 'document.exported') AND l.at >= today.began
        AND l.params ->> 'whole' = 'true'
      UNION
      SELECT o.serial FROM "ExportOrder" o, today WHERE o."committeeId" = ${actor.committeeId}::uuid
        AND o."accountId" = ${actor.accountId}::uuid AND o."orderedAt" >= today.began AND o."isWhole") taken`;
  return row?.count ?? 0;
}
