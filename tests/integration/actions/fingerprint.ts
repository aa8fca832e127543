import { ownerRows } from "../../support/register";

/* What a request may leave behind without having done anything: counters, that it was refused, when a session was last used. */
const COUNTERS = ["SignInThrottle", "AccessLog", "_prisma_migrations"];
const TRACES = "{lastSeenAt,idleSeconds}";

/** One hash for each table over all its rows: alike before and after means that nothing at all was written. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await ownerRows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const parts = tables
    .filter(({ name }) => !COUNTERS.includes(name))
    .map(({ name }) => {
      const row = `(to_jsonb(r) - '${TRACES}'::text[])::text`;
      return `SELECT '${name}' AS name, count(*) || ' ' || md5(coalesce(string_agg(${row}, '' ORDER BY ${row}), '')) AS rows FROM "${name}" r`;
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
