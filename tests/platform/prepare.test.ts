import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyMigrations, migrationsIn, NewerDatabase, pendingMigrations } from "@/prisma/migrate";
import { withClient } from "@/scripts/database/connect";
import { createDatabaseFromTemplate } from "@/scripts/database/create";
import { prepareDatabase } from "@/scripts/database/prepare";
import { proveSafe } from "@/scripts/database/prove-safe";
import { schemaDifference } from "@/scripts/database/schema-difference";
import { type DatabaseUrls, databaseUrls } from "@/scripts/database/urls";
import { startEmbedded } from "@/scripts/postgres/embedded";
import { Refusal } from "@/scripts/refusal";
import { openSecrets } from "@/scripts/secrets";
import { discardTrial, trialProfile } from "./trial-profile";

const profile = trialProfile();
const secrets = openSecrets(profile.dataDir);
let adminUrl = "";
let urls: DatabaseUrls;

beforeAll(async () => {
  adminUrl = (await startEmbedded(profile, secrets)).adminUrl;
  urls = await prepareDatabase(adminUrl, secrets);
}, 60_000);

afterAll(() => discardTrial(profile));

async function rows<T extends object>(url: string, sql: string): Promise<T[]> {
  return withClient(url, async (client) => (await client.query<T>(sql)).rows);
}

describe("preparing a server", () => {
  it("can be repeated, also twice at once", async () => {
    const again = await Promise.all([prepareDatabase(adminUrl, secrets), prepareDatabase(adminUrl, secrets)]);
    expect(again[0]).toEqual(urls);
    expect(await pendingMigrations(urls.owner)).toEqual([]);
  });

  it("gives no runtime role more than it needs", async () => {
    const roles = await rows(
      adminUrl,
      `SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty, rolbypassrls, rolcanlogin
         FROM pg_roles WHERE rolname LIKE 'sodb\\_%' AND rolname <> 'sodb_admin' ORDER BY rolname`,
    );
    const role = (rolname: string, rolbypassrls: boolean, rolcanlogin: boolean) => ({
      rolname,
      mighty: false,
      rolbypassrls,
      rolcanlogin,
    });
    expect(roles).toEqual([
      role("sodb_app", false, true),
      role("sodb_backup", true, true),
      role("sodb_owner", false, true),
      role("sodb_resolver", false, false),
      role("sodb_signin", false, true),
    ]);
    const memberships = await rows(
      adminUrl,
      `SELECT roleid::regrole::text AS role, member::regrole::text AS member, inherit_option, set_option
         FROM pg_auth_members WHERE member::regrole::text LIKE 'sodb\\_%'`,
    );
    expect(memberships).toEqual([
      { role: "sodb_resolver", member: "sodb_owner", inherit_option: false, set_option: true },
    ]);
  });

  it("takes away what was added to a runtime role", async () => {
    await rows(adminUrl, "GRANT pg_read_all_data TO sodb_app");
    await rows(adminUrl, "ALTER ROLE sodb_app BYPASSRLS CREATEDB");
    await rows(adminUrl, "ALTER ROLE sodb_app SET statement_timeout = 0");
    await prepareDatabase(adminUrl, secrets);
    expect(
      await rows(urls.app, "SELECT rolbypassrls OR rolcreatedb AS more FROM pg_roles WHERE rolname = current_user"),
    ).toEqual([{ more: false }]);
    expect(await rows(urls.app, "SELECT 1 FROM pg_auth_members WHERE member = 'sodb_app'::regrole")).toEqual([]);
    expect(await rows(urls.app, "SHOW statement_timeout")).toEqual([{ statement_timeout: "5s" }]);
  });

  it("lets the database decide before the program does", async () => {
    const timeouts = await rows(
      urls.app,
      "SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout') ORDER BY name",
    );
    expect(timeouts.map((row) => Object.values(row).join("="))).toEqual([
      "idle_in_transaction_session_timeout=5000",
      "lock_timeout=3000",
      "transaction_timeout=8000",
    ]);
  });

  it("closes the database to every other login", async () => {
    await rows(adminUrl, "CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
    const stranger = new URL(urls.app);
    stranger.username = "stranger";
    stranger.password = "stranger";
    await expect(rows(stranger.toString(), "SELECT 1")).rejects.toThrow(/permission denied/);
  });

  it("lets the backup role read and nobody write through it", async () => {
    expect(await rows(urls.backup, 'SELECT count(*)::int AS n FROM "Member"')).toEqual([{ n: 0 }]);
    await expect(rows(urls.backup, 'DELETE FROM "Member"')).rejects.toThrow(/permission denied|read-only/);
  });

  it("makes a UTF-8 database whose order no system library decides", async () => {
    const made = await rows(
      adminUrl,
      "SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider, datlocale, datdba::regrole::text AS owner FROM pg_database WHERE datname = 'sodb'",
    );
    expect(made).toEqual([{ encoding: "UTF8", datlocprovider: "b", datlocale: "C.UTF-8", owner: "sodb_owner" }]);
  });

  it("says in a sentence that a server cannot be reached or refuses the login", async () => {
    await expect(prepareDatabase("postgres://nobody:x@127.0.0.1:1/sodb", secrets)).rejects.toThrow(/cannot be reached/);
    const wrong = new URL(adminUrl);
    wrong.password = "wrong";
    await expect(prepareDatabase(wrong.toString(), secrets)).rejects.toThrow(/refuses the login/);
  });
});

describe("the check before each start", () => {
  it("is content with what the migrations make", async () => {
    await expect(proveSafe(urls.owner)).resolves.toBeUndefined();
  });

  it.each([
    [
      "a table without row level security",
      'ALTER TABLE "Member" DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE "Member" ENABLE ROW LEVEL SECURITY',
    ],
    [
      "a table whose owner is not held by its policies",
      'ALTER TABLE "Member" NO FORCE ROW LEVEL SECURITY',
      'ALTER TABLE "Member" FORCE ROW LEVEL SECURITY',
    ],
    [
      "a right without a policy",
      "CREATE TABLE planted (n int); ALTER TABLE planted ENABLE ROW LEVEL SECURITY; ALTER TABLE planted FORCE ROW LEVEL SECURITY; GRANT SELECT ON planted TO sodb_app",
      "DROP TABLE planted",
    ],
  ])("refuses %s", async (_what, fault, repair) => {
    await rows(urls.admin, fault);
    await expect(proveSafe(urls.owner)).rejects.toThrow(/row level security: (Member|planted)/);
    await rows(urls.admin, repair);
    await proveSafe(urls.owner);
  });

  it.each([
    ["that row level security does not hold", "ALTER ROLE sodb_app BYPASSRLS", "ALTER ROLE sodb_app NOBYPASSRLS"],
    ["that owns a table", "CREATE TABLE planted (); ALTER TABLE planted OWNER TO sodb_app", "DROP TABLE planted"],
    ["that has another's rights", "GRANT sodb_resolver TO sodb_app", "REVOKE sodb_resolver FROM sodb_app"],
  ])("refuses a runtime role %s", async (_what, fault, repair) => {
    await rows(urls.admin, fault);
    await expect(proveSafe(urls.owner)).rejects.toThrow(/roles sodb_app may do more/);
    await rows(urls.admin, repair);
    await proveSafe(urls.owner);
  });

  it("refuses a server that does not write through to the disk", async () => {
    await rows(adminUrl, "ALTER ROLE sodb_owner SET synchronous_commit = off");
    await expect(proveSafe(urls.owner)).rejects.toThrow(/synchronous_commit is off/);
    await rows(adminUrl, "ALTER ROLE sodb_owner RESET synchronous_commit");
  });
});

describe("migrations", () => {
  const folder = join(profile.dataDir, "migrations");
  const write = (name: string, sql: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "migration.sql"), sql);
  };
  let url = "";

  beforeAll(async () => {
    url = databaseUrls(await createDatabaseFromTemplate(adminUrl, "template0", "trial"), secrets).owner;
    rmSync(folder, { recursive: true, force: true });
  });

  it("run whole: function bodies with semicolons, and nothing is left of a failed one", async () => {
    write(
      "1_good",
      "CREATE TABLE a (n int); CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; -- end",
    );
    write("2_bad", "CREATE TABLE b (n int); SELECT 1 / 0;");
    await expect(applyMigrations(url, migrationsIn(folder))).rejects.toThrow(
      /2_bad failed and left nothing behind: division by zero/,
    );
    expect(await rows(url, "SELECT f() AS f, to_regclass('b')::text AS b")).toEqual([{ f: 1, b: null }]);
    expect(await pendingMigrations(url, migrationsIn(folder))).toEqual(["2_bad"]);
  });

  it("are tried again once they are mended, and only once after that", async () => {
    write("2_bad", "CREATE TABLE b (n int);");
    expect(await applyMigrations(url, migrationsIn(folder))).toEqual(["2_bad"]);
    expect(await applyMigrations(url, migrationsIn(folder))).toEqual([]);
  });

  it("of a newer version are not run over", async () => {
    rmSync(join(folder, "2_bad"), { recursive: true });
    await expect(applyMigrations(url, migrationsIn(folder))).rejects.toThrow(NewerDatabase);
    await rows(
      urls.owner,
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('x', 'x', now(), '99999999999999_future', 1)",
    );
    await expect(prepareDatabase(adminUrl, secrets)).rejects.toThrow(Refusal);
    await rows(urls.owner, "DELETE FROM _prisma_migrations WHERE id = 'x'");
  });

  it("are written from the difference of two schemas, without a database", async () => {
    const datasource = 'datasource db {\n  provider = "postgresql"\n}\n';
    const schema = (fields: string) => [
      { path: "a.prisma", content: `${datasource}model A {\n  id String @id\n${fields}\n}\n` },
    ];
    expect(await schemaDifference([], schema(""))).toContain('CREATE TABLE "A"');
    expect(await schemaDifference(schema(""), schema("  name String"))).toContain('ALTER TABLE "A" ADD COLUMN');
    expect(await schemaDifference(schema(""), schema(""))).toContain("empty migration");
  });
});
