import "server-only";
import type { Tx } from "@/lib/core/db/context";

/**
 * The register in which the account works: one where it holds a right or is linked to a member today, else one where it is
 * named at all. Null for an account that belongs nowhere.
 */
export async function workingRegister(tx: Tx, accountId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ committeeId: string }[]>`
    SELECT x."committeeId" FROM (
      SELECT "committeeId", "startsOn" <= t.today AND ("endsOn" IS NULL OR "endsOn" > t.today)
          AND (role = 'OFFICE' OR "confirmedAt" IS NOT NULL) AS counts, "startsOn" AS since
        FROM "RoleGrant", (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today) t WHERE "accountId" = ${accountId}::uuid
      UNION ALL
      SELECT "committeeId", "confirmedAt" IS NOT NULL, '1900-01-01'::date FROM "AccountMember" WHERE "accountId" = ${accountId}::uuid
    ) x ORDER BY x.counts DESC, x.since, x."committeeId" LIMIT 1`;
  return rows[0]?.committeeId ?? null;
}
