import { type Client, escapeIdentifier } from "pg";

export type Table = { schema: string; name: string; columns: string[]; sqlName: string; sqlColumns: string };

/** Every table of ours with the columns that are stored, not computed; the list of migrations is not data. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(
    `SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE n.nspname IN ('public', 'app') AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      GROUP BY n.nspname, c.relname
      ORDER BY n.nspname, c.relname`,
  );
  return rows.map(({ schema, name, columns }) => ({
    schema,
    name,
    columns,
    sqlName: `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
    sqlColumns: columns.map((column) => escapeIdentifier(column)).join(", "),
  }));
}
