import type { Client } from "pg";
import { Refusal } from "../refusal";
import { withClient } from "./connect";

const DURABLE = ["fsync", "full_page_writes", "synchronous_commit"];

/**
 * Refuses to start on a database that would lose acknowledged writes or show rows to everybody: the server's durability
 * switched off, a runtime role that is more than one, or a table without forced row level security, or without a policy for a right that the app was given.
 */
export async function proveSafe(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await proveDurable(client);
    await proveModest(client);
    await proveWalled(client);
  });
}

async function proveDurable(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off'",
    [DURABLE],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(", ");
  throw new Refusal(`The database server may lose saved data (${names} is off): switch it on, then start again.`);
}

async function proveModest(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT r.rolname AS name FROM pg_roles r
      WHERE r.rolname IN ('sodb_app', 'sodb_signin')
        AND (r.rolsuper OR r.rolbypassrls OR r.rolcreatedb OR r.rolcreaterole OR r.rolreplication
             OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid)
             OR EXISTS (SELECT FROM pg_proc p WHERE p.proowner = r.oid)
             OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid))
      ORDER BY 1`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(", ");
  throw new Refusal(
    `The database roles ${names} may do more than run the program: take away what was added to them, then start again.`,
  );
}

async function proveWalled(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name
       FROM pg_class c
      WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
        AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
        AND (NOT (c.relrowsecurity AND c.relforcerowsecurity)
             OR EXISTS (SELECT FROM aclexplode(c.relacl) granted
                         WHERE granted.grantee IN ('sodb_app'::regrole, 'sodb_signin'::regrole)
                           AND NOT EXISTS (SELECT FROM pg_policy p
                                            WHERE p.polrelid = c.oid AND p.polpermissive
                                              AND (p.polroles = '{0}' OR granted.grantee = ANY (p.polroles))
                                              AND p.polcmd IN ('*', CASE granted.privilege_type
                                                    WHEN 'SELECT' THEN 'r' WHEN 'INSERT' THEN 'a'
                                                    WHEN 'UPDATE' THEN 'w' WHEN 'DELETE' THEN 'd' END))))
      ORDER BY 1`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(", ");
  throw new Refusal(
    `The database does not guard these tables by row level security: ${names}. Restore a backup, or ask for help.`,
  );
}
