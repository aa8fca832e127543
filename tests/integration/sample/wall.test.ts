import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSample } from "../../support/sample";
import { testDatabaseUrls } from "../../support/test-database";
import { tokenOf } from "./people";

/* The database itself is asked, with raw SQL as the runtime role: no query of the product stands between. */

let app: pg.Client;

async function asPerson<T>(token: string, work: () => Promise<T>): Promise<T> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT app.enter($1)", [token]);
    return await work();
  } finally {
    await app.query("ROLLBACK");
  }
}

async function count(sql: string): Promise<number> {
  const { rows } = await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
  return rows[0]?.n ?? -1;
}

async function tableNames(): Promise<string[]> {
  const { rows } = await app.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

beforeAll(async () => {
  await openSample();
  app = new pg.Client({ connectionString: testDatabaseUrls().app });
  await app.connect();
}, 180_000);

afterAll(() => app.end());

describe("the wall under the queries", () => {
  it("shows nothing of any table to the runtime role without a context", async () => {
    const names = await tableNames();
    expect(names.length).toBeGreaterThan(30);
    const shown: [string, number][] = [];
    for (const name of names) {
      const { rows } = await app.query<{ may: boolean }>("SELECT has_any_column_privilege($1, 'SELECT') AS may", [
        `public."${name}"`,
      ]);
      if (rows[0]?.may) shown.push([name, await count(`"${name}"`)]);
    }
    expect(shown.length).toBeGreaterThan(25);
    expect(shown.filter(([, rows]) => rows !== 0)).toEqual([]);
  });

  it("forces row level security on every table, with a policy", async () => {
    const { rows } = await app.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'app') AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
         AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(rows).toEqual([]);
  });

  it("gives the runtime role no power over the database and no ownership", async () => {
    const { rows } = await app.query(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
         (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        owned: 0,
      },
    ]);
  });

  it("takes no context that the database did not sign", async () => {
    const office = await tokenOf("vanphong");
    const stolen = await asPerson(office, async () => {
      const { rows } = await app.query<{ context: string }>("SELECT current_setting('app.context') AS context");
      return rows[0]?.context ?? "";
    });
    await app.query("BEGIN");
    await app.query("SELECT set_config('app.context', $1, true)", [stolen]);
    expect(await count('"Member"')).toBe(0);
    await app.query("ROLLBACK");
  });

  it("lets a secretary read the own branch and nobody else's, by raw SQL", async () => {
    const token = await tokenOf("naan");
    await asPerson(token, async () => {
      expect(await count('"MemberProfile"')).toBeGreaterThanOrEqual(25);
      const foreign = `"MemberProfile" p WHERE NOT EXISTS (SELECT 1 FROM "Membership" m JOIN "Branch" b ON b.id = m."branchId"
        WHERE m."memberId" = p."memberId" AND b.name = 'Chi bộ bản Nà An')`;
      expect(await count(foreign)).toBe(0);
    });
    const all = await asPerson(await tokenOf("vanphong"), () => count('"MemberProfile"'));
    expect(all).toBeGreaterThan(232);
  });

  it("lets no secretary move a member, not even the own one", async () => {
    const other = await asPerson(await tokenOf("vanphong"), async () => {
      const { rows } = await app.query<{ id: string }>(`SELECT id FROM "Branch" WHERE name = 'Chi bộ bản Thín'`);
      return rows[0]?.id ?? "";
    });
    const token = await tokenOf("naan");
    await asPerson(token, async () => {
      const moved = await app.query('UPDATE "Membership" SET "branchId" = $1', [other]);
      expect(moved.rowCount).toBe(0);
    });
    await asPerson(token, async () => {
      const steal = app.query(
        `INSERT INTO "Membership" ("committeeId", id, "memberId", "branchId", kind, "startsOn")
         SELECT "committeeId", gen_random_uuid(), "memberId", $1, 'TEMPORARY', current_date FROM "Membership" LIMIT 1`,
        [other],
      );
      await expect(steal).rejects.toThrow(/row-level security/);
    });
  });

  it("refuses to touch a decided rating and the audit trail", async () => {
    const token = await tokenOf("bithu");
    await asPerson(token, async () => {
      const change = app.query(`UPDATE "Rating" SET level = 'EXCELLENT' WHERE state = 'DECIDED' AND level = 'GOOD'`);
      await expect(change).rejects.toThrow(/never changed/);
    });
    for (const sql of ['UPDATE "AuditEvent" SET type = $1', 'DELETE FROM "AuditEvent" WHERE type <> $1']) {
      await asPerson(token, async () => {
        await expect(app.query(sql, ["x"])).rejects.toThrow(/permission denied/);
      });
    }
  });

  it("finds the first event that somebody with the keys of the server has changed", async () => {
    const token = await tokenOf("bithu");
    const check = () =>
      asPerson(token, async () => {
        const { rows } = await app.query<{ checked: string; first_fault: string | null }>(
          "SELECT * FROM app.verify_audit()",
        );
        return { checked: Number(rows[0]?.checked), fault: rows[0]?.first_fault };
      });
    const before = await check();
    expect(before.fault).toBeNull();
    expect(before.checked).toBeGreaterThan(300);

    const admin = new pg.Client({ connectionString: testDatabaseUrls().admin });
    await admin.connect();
    await admin.query(`UPDATE "AuditEvent" SET "subjectName" = 'Ai đó' WHERE seq = 100`);
    await admin.end();
    expect((await check()).fault).toBe("100");
  });
});
