import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { plantRestore, storedRestore } from "../../support/restores";
import { testDatabaseUrls } from "../../support/test-database";

/* What the runtime role can do by SQL of its own to a register that was restored and waits. */

let register: TestRegister;
let id: string;
let both: Actor;
const app = new pg.Client({ connectionString: testDatabaseUrls().app });

beforeAll(async () => {
  register = await openRegister();
  both = await signInAs(register.committeeId, "Kiêm nhiệm", { role: "LEADER" });
  await ownerRows(
    `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "confirmedById", "confirmedAt")
     VALUES ($1, gen_random_uuid(), $2, 'ADMIN', '2020-01-01', gen_random_uuid(), now())`,
    [register.committeeId, both.accountId],
  );
  id = await plantRestore(register.committeeId);
  await app.connect();
});
afterAll(() => app.end());

/** Runs statements in one transaction that leaves nothing behind; the answer of the last one. */
async function trying(...statements: (string | [string, unknown[]])[]): Promise<pg.QueryResult> {
  await app.query("BEGIN");
  try {
    let answer: pg.QueryResult | undefined;
    for (const one of statements) answer = typeof one === "string" ? await app.query(one) : await app.query(...one);
    if (!answer) throw new Error("nothing was tried");
    return answer;
  } finally {
    await app.query("ROLLBACK");
  }
}

const enter = (actor: Actor): [string, unknown[]] => ["SELECT app.enter($1)", [actor.sessionToken]];
const aside = (actor: Actor): [string, unknown[]] => ["SELECT app.enter($1, true)", [actor.sessionToken]];
const rename = `UPDATE "Member" SET version = version + 1`;
const accept = `UPDATE "Restore" SET "acceptedById" = app.account(), "acceptedBy" = 'x', "acceptedAt" = now(), version = 2`;

describe("in the usual context", () => {
  it("everything is read and nothing written, and the transaction cannot be made to write", async () => {
    for (const actor of [register.actors.office, register.actors.leader, register.system]) {
      expect((await trying(enter(actor), `SELECT 1 FROM "Member"`)).rowCount).toBeGreaterThan(5);
      await expect(trying(enter(actor), rename)).rejects.toThrow(/read-only transaction/);
      await expect(trying(enter(actor), "SET TRANSACTION READ WRITE", rename)).rejects.toThrow(/before any query/);
      await expect(
        trying(enter(actor), "SELECT set_config('transaction_read_only', 'off', true)", rename),
      ).rejects.toThrow(/before any query/);
    }
  });

  it("a context kept over a savepoint is worth nothing", async () => {
    const { office } = register.actors;
    await app.query("BEGIN");
    await app.query("SAVEPOINT before");
    await app.query(...enter(office));
    const { rows } = await app.query<{ kept: string }>("SELECT current_setting('app.context') AS kept");
    await app.query("ROLLBACK TO before");
    await app.query("SELECT set_config('app.context', $1, true)", [rows[0]?.kept]);
    const read = await app.query(`SELECT 1 FROM "Member"`);
    const written = await app.query(rename);
    await app.query("ROLLBACK");
    expect([read.rowCount, written.rowCount]).toEqual([0, 0]);
  });
});

describe("in the context aside", () => {
  /* What hangs on the own account, and how it is signed in. */
  const OWN = ["Account", "AccountPreference", "CommandReceipt", "Session"];

  it("nobody changes a row of the register, whatever the table", async () => {
    const tables = await ownerRows<{ name: string; column: string }>(
      `SELECT DISTINCT ON (c.relname) c.relname AS name, a.attname AS column FROM pg_class c
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'Restore'
          AND has_column_privilege('sodb_app', c.oid, a.attnum, 'UPDATE') AND has_column_privilege('sodb_app', c.oid, a.attnum, 'SELECT')
        ORDER BY 1, a.attname`,
    );
    expect(tables.length).toBeGreaterThan(60);
    const { office, leader, secretary, inCharge, ordinary } = register.actors;
    const changed = new Set<string>();
    for (const actor of [office, leader, secretary, inCharge, ordinary, register.system])
      for (const { name, column } of tables) {
        const touched = await trying(aside(actor), `UPDATE "${name}" SET "${column}" = "${column}"`).then(
          ({ rowCount }) => rowCount,
          () => 0,
        );
        if (touched) changed.add(name);
      }
    expect([...changed].filter((name) => !OWN.includes(name))).toEqual([]);
  });

  it("nobody adds one: every policy for that asks for a right, an own branch or oneself as a member", async () => {
    const open = await ownerRows<{ table: string }>(
      `SELECT DISTINCT tablename AS table FROM pg_policies WHERE 'sodb_app' = ANY (roles) AND permissive = 'PERMISSIVE'
         AND cmd IN ('INSERT', 'ALL') AND coalesce(with_check, qual) !~ 'app\\.(has|own_branches|member|in_case_circle|runs_import)\\('
         ORDER BY 1`,
    );
    /* The last two are about a row that is read, and aside none of those is. */
    const notes = ["AccessLog", "AccountPreference", "CommandReceipt"];
    expect(open.map(({ table }) => table).sort()).toEqual([...notes, "AnnouncementComment", "VoteCountedOut"].sort());
  });

  it("only a leader who does not administer accepts the state", async () => {
    for (const actor of [
      register.actors.office,
      register.actors.admin,
      register.actors.secretary,
      both,
      register.system,
    ])
      expect((await trying(aside(actor), accept)).rowCount).toBe(0);
    const other = await openRegister();
    expect((await trying(enter(other.actors.leader), accept)).rowCount).toBe(0);
    expect((await trying(aside(register.actors.leader), accept)).rowCount).toBe(1);
    const forged = accept.replace("app.account()", "gen_random_uuid()");
    await expect(trying(aside(register.actors.leader), forged)).rejects.toThrow(/row-level security/);
    await expect(trying(aside(register.actors.leader), `DELETE FROM "Restore"`)).rejects.toThrow(/permission denied/);
    expect(await storedRestore(id)).toMatchObject({ acceptedById: null });
  });
});
