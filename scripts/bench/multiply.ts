import type pg from "pg";

/* What people have left behind by using it is not copied: the copies have no accounts. */
const LEFT_OUT = [
  "AuditEvent",
  "AuditChange",
  "AuditHead",
  "AccessLog",
  "CommandReceipt",
  "RoleGrant",
  "AccountMember",
];

type Column = { table: string; column: string; isId: boolean };

/** Copies the one register so many times, every id of a copy made from the original's, and refreshes the statistics. */
export async function multiplyRegister(admin: pg.Client, copies: number): Promise<void> {
  const tables = Map.groupBy(await columnsOf(admin), ({ table }) => table);
  await admin.query("SET session_replication_role = replica");
  for (const [table, columns] of tables) {
    const names = columns.map(({ column }) => `"${column}"`).join(", ");
    const values = columns.map(({ column, isId }) => (isId ? `md5(o."${column}"::text || n)::uuid` : `o."${column}"`));
    await admin.query(`INSERT INTO "${table}" (${names})
      SELECT ${values.join(", ")} FROM (SELECT * FROM "${table}") o CROSS JOIN generate_series(1, ${copies}) n`);
  }
  await admin.query("RESET session_replication_role");
  await admin.query("VACUUM ANALYZE");
}

async function columnsOf(admin: pg.Client): Promise<Column[]> {
  const { rows } = await admin.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS column, c.udt_name = 'uuid' AS "isId"
     FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' AND c.table_name <> ALL ($1)
       AND (c.table_name = 'Committee' OR EXISTS (SELECT 1 FROM information_schema.columns k
         WHERE k.table_schema = 'public' AND k.table_name = c.table_name AND k.column_name = 'committeeId'
           AND k.is_nullable = 'NO'))
     ORDER BY c.table_name, c.ordinal_position`,
    [LEFT_OUT],
  );
  return rows;
}
