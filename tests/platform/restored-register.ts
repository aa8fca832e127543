import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import type { DatabaseUrls } from "@/scripts/database/urls";

/* What a restored database is asked. */

/** Everything that protects the data: row level security, policies, grants, functions and triggers. */
export async function protection(url: string): Promise<unknown[]> {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `SELECT c.oid::regclass::text AS what, c.relrowsecurity::text || c.relforcerowsecurity || coalesce(c.relacl::text, '') AS how
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       UNION ALL SELECT tablename || '.' || policyname, cmd || permissive || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
       UNION ALL SELECT tgrelid::regclass || '.' || tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT oid::regprocedure::text, proowner::regrole || prosecdef::text FROM pg_proc WHERE pronamespace = 'app'::regnamespace
       ORDER BY 1, 2`,
    ),
  );
  return rows;
}

/** What the restored database says of its own restore, and the newest entry of the register's chain. */
export async function waitingRestores(url: string): Promise<unknown[]> {
  const { rows } = await withClient(url, (client) =>
    client.query(
      `SELECT r.kind, r."keptAs", r.reason, r."auditSeq", r."beforeSeq", e.seq, e.type FROM "Restore" r
         JOIN "AuditEvent" e ON e."subjectId" = r.id WHERE r."acceptedAt" IS NULL AND r."supersededAt" IS NULL`,
    ),
  );
  return rows;
}

/** Appends the first entry of the register's chain, as the owner does it for work without a person. */
export async function beginChain({ owner }: DatabaseUrls, register: string): Promise<void> {
  const token = await openSession(owner, register);
  await withClient(owner, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app.enter($1)", [token]);
    const event = { type: "register.begun", actorName: "test", subjectKind: "committee" };
    await client.query("SELECT app.append_audit($1, '[]')", [event]);
    await client.query("COMMIT");
  });
}

/** The register's chain recomputed, by the runtime role. */
export async function chainOf({ app, owner }: DatabaseUrls, register: string): Promise<unknown> {
  const token = await openSession(owner, register);
  return withClient(app, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app.enter($1)", [token]);
    const { rows } = await client.query("SELECT checked, first_fault FROM app.verify_audit()");
    await client.query("COMMIT");
    return rows[0];
  });
}

async function openSession(ownerUrl: string, register: string): Promise<string> {
  const token = randomUUID();
  const insert = (client: Client) =>
    client.query(
      `INSERT INTO "Session" (id, "tokenHash", kind, "committeeId", "startedBy", "idleSeconds", "expiresAt")
       VALUES (gen_random_uuid(), sha256(convert_to($1, 'UTF8')), 'SYSTEM', $2, 'test', 600, now() + interval '1 hour')`,
      [token, register],
    );
  await withClient(ownerUrl, insert);
  return token;
}
