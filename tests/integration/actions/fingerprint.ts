import { ownerRows } from "../../support/register";

/* What a request may leave behind without having done anything: counters, that it was refused, when a session was last used. */
const COUNTERS = ["SignInThrottle", "AccessLog", "_prisma_migrations"];
const TRACES = "{lastSeenAt,idleSeconds}";

/**
 * One hash for each table over all its rows: alike before and after means that nothing at all was written. A row that is written has
 * another place or another transaction; only where a reading leaves its trace the rows themselves are compared, without it.
 */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await ownerRows<{ name: string; traced: boolean }>(
    `SELECT c.relname AS name, EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = ANY ($1)) AS traced
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
    [TRACES],
  );
  const parts = tables
    .filter(({ name }) => !COUNTERS.includes(name))
    .map(({ name, traced }) => {
      const row = traced ? `(to_jsonb(r) - '${TRACES}'::text[])::text` : "r.ctid::text || ' ' || r.xmin::text";
      return `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)), 0) AS rows FROM "${name}" r`;
    });
  const rows = await ownerRows<{ name: string; rows: string }>(parts.join(" UNION ALL "));
  return Object.fromEntries(rows.map((one) => [one.name, one.rows]));
}

/** How many audit events the register has. */
export async function countEvents(committeeId: string): Promise<number> {
  const [row] = await ownerRows<{ n: number }>(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "committeeId" = $1`, [
    committeeId,
  ]);
  return row?.n ?? 0;
}
