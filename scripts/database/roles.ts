import type { Client } from "pg";
import { errorCode, Refusal } from "../refusal";
import type { Secrets } from "../secrets";

type Role = { name: string; attributes: string; password: string | null; settings: Record<string, string> };

const RUNTIME_SETTINGS = {
  search_path: "public",
  statement_timeout: "5s",
  lock_timeout: "3s",
  transaction_timeout: "8s",
  idle_in_transaction_session_timeout: "5s",
};

const PLAIN = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION";

function wantedRoles(secrets: Secrets): Role[] {
  return [
    {
      name: "sodb_owner",
      attributes: "LOGIN NOBYPASSRLS",
      password: secrets.owner,
      settings: { search_path: "public", lock_timeout: "30s" },
    },
    { name: "sodb_app", attributes: "LOGIN NOBYPASSRLS", password: secrets.app, settings: RUNTIME_SETTINGS },
    { name: "sodb_signin", attributes: "LOGIN NOBYPASSRLS", password: secrets.signin, settings: RUNTIME_SETTINGS },
    { name: "sodb_resolver", attributes: "NOLOGIN NOBYPASSRLS", password: null, settings: {} },
    {
      name: "sodb_backup",
      attributes: "LOGIN BYPASSRLS",
      password: secrets.backup,
      settings: { search_path: "public", default_transaction_read_only: "on" },
    },
  ];
}

/** Makes the database roles or brings them back to what they must be: attributes, passwords, settings, memberships. */
export async function alignRoles(client: Client, secrets: Secrets): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(hashtext('sodb roles'))");
  await client.query("SET LOCAL password_encryption = 'scram-sha-256'");
  try {
    for (const role of wantedRoles(secrets)) await alignRole(client, role);
    await alignMemberships(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if (errorCode(error) !== "42501") throw error;
    throw new Refusal(
      "The login in DATABASE_URL may not create the roles this program needs: give it CREATEROLE, CREATEDB and BYPASSRLS (or make it a superuser).",
    );
  }
}

async function alignRole(client: Client, role: Role): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role.name]);
  if (!rowCount) await client.query(`CREATE ROLE ${role.name}`);
  const password = role.password === null ? "NULL" : client.escapeLiteral(role.password);
  await client.query(`ALTER ROLE ${role.name} WITH ${await allowedAttributes(client, role)} PASSWORD ${password}`);
  await client.query(`ALTER ROLE ${role.name} RESET ALL`);
  for (const [setting, value] of Object.entries(role.settings)) {
    await client.query(`ALTER ROLE ${role.name} SET ${setting} = ${client.escapeLiteral(value)}`);
  }
}

/** Only a superuser may name the superuser attributes, even to deny them. */
async function allowedAttributes(client: Client, role: Role): Promise<string> {
  const superuser = await isSuperuser(client);
  return superuser ? `${PLAIN} ${role.attributes}` : role.attributes.replace("NOBYPASSRLS", "").trim();
}

async function alignMemberships(client: Client): Promise<void> {
  const { rows } = await client.query<{ granted: string; member: string }>(
    `SELECT granted.rolname AS granted, member.rolname AS member
       FROM pg_auth_members m
       JOIN pg_roles granted ON granted.oid = m.roleid
       JOIN pg_roles member ON member.oid = m.member
      WHERE member.rolname IN ('sodb_app', 'sodb_signin', 'sodb_resolver', 'sodb_backup')`,
  );
  for (const { granted, member } of rows) await client.query(`REVOKE "${granted}" FROM ${member}`);
  await client.query("GRANT sodb_resolver TO sodb_owner WITH INHERIT FALSE, SET TRUE");
  if (await isSuperuser(client)) return;
  await client.query("GRANT sodb_owner TO CURRENT_USER WITH INHERIT TRUE, SET TRUE");
}

async function isSuperuser(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ rolsuper: boolean }>(
    "SELECT rolsuper FROM pg_roles WHERE rolname = current_user",
  );
  return rows[0]?.rolsuper === true;
}
