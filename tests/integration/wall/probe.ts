import pg from "pg";
import type { Actor } from "@/lib/core/actor";
import { ownerRows } from "../../support/register";
import { testDatabaseUrls } from "../../support/test-database";

/* Asks the database itself, as its owner and as the runtime role in a person's context, about the rows of one table. */

/** A table with its primary key and the columns that the runtime role may insert. */
export type Table = { readonly name: string; readonly key: readonly string[]; readonly insertable: readonly string[] };

/** One stored row: its key as text, and all of it. */
export type StoredRow = { readonly key: string; readonly row: object };

const keyOf = (table: Table) => `concat_ws('/', ${table.key.map((column) => `r."${column}"`).join(", ")})`;

/** Every table the runtime role has any right on. */
export async function listTables(): Promise<Table[]> {
  return ownerRows<Table>(
    `SELECT c.relname AS name,
        (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_index x JOIN pg_attribute a
          ON a.attrelid = c.oid AND a.attnum = ANY (x.indkey) WHERE x.indrelid = c.oid AND x.indisprimary) AS key,
        (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attnum), '{}') FROM pg_attribute a WHERE a.attrelid = c.oid
          AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege('sodb_app', c.oid, a.attnum, 'INSERT')) AS insertable
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
        AND (has_any_column_privilege('sodb_app', c.oid, 'SELECT, INSERT, UPDATE') OR has_table_privilege('sodb_app', c.oid, 'DELETE'))
      ORDER BY 1`,
  );
}

/** Every row of the table as the owner sees it, of other registers the first few. */
export async function listStored(table: Table, committeeId: string): Promise<StoredRow[]> {
  const rows = await ownerRows<StoredRow & { foreign: boolean }>(
    `SELECT ${keyOf(table)} AS key, to_jsonb(r) AS row, to_jsonb(r) ->> 'committeeId' <> $1 AS foreign
      FROM "${table.name}" r ORDER BY 1`,
    [committeeId],
  );
  const foreign = rows.filter((row) => row.foreign);
  return rows.filter((row) => !row.foreign || foreign.indexOf(row) < 3).map(({ key, row }) => ({ key, row }));
}

/** One connection as the runtime role, on which every probe leaves nothing behind, and one as the owner, to compare. */
export async function openProbe() {
  const app = new pg.Client({ connectionString: testDatabaseUrls().app });
  const owner = new pg.Client({ connectionString: testDatabaseUrls().owner });
  await Promise.all([app.connect(), owner.connect()]);

  async function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    await app.query("BEGIN");
    try {
      await app.query("SELECT app.enter($1)", [actor.sessionToken]);
      /* One statement here tries every row of a table; the limit of a request is not meant for that. */
      await app.query("SET LOCAL statement_timeout = '60s'");
      return await work();
    } finally {
      await app.query("ROLLBACK");
    }
  }

  /** The keys of the rows that a statement touches when it is tried on each stored row by itself, and the wall lets it. */
  function tryEach(actor: Actor, table: Table, stored: readonly StoredRow[], statement: string): Promise<string[]> {
    return as(actor, async () => {
      await app.query("SELECT set_config('probe.rows', $1, true)", [JSON.stringify(stored)]);
      await app.query(eachRow(statement));
      const { rows } = await app.query<{ touched: string[] }>(
        "SELECT current_setting('probe.touched')::jsonb AS touched",
      );
      return (rows[0]?.touched ?? []).sort();
    });
  }

  const where = (table: Table) => `WHERE ${keyOf(table)} = one.key`;
  return {
    end: () => Promise.all([app.end(), owner.end()]),

    /** The keys of the rows that the conditions say are meant, for this person, sorted. */
    async meant(actor: Actor, table: Table, conditions: readonly string[]): Promise<string[]> {
      if (conditions.length === 0) return [];
      const own = table.key.includes("committeeId") ? `r."committeeId" = me.committee AND` : "";
      const { committeeId, accountId, memberId, ownBranchIds, assignedBranchIds, roles } = actor;
      const { rows } = await owner.query<{ key: string }>(
        `WITH me AS (SELECT $1::uuid AS committee, $2::uuid AS account, $3::uuid AS member, $4::uuid[] AS own,
          $5::uuid[] AS assigned, $6::text[] AS roles)
        SELECT ${keyOf(table)} AS key FROM me, "${table.name}" r
        WHERE ${own} (${conditions.map((one) => `(${one})`).join(" OR ")})`,
        [committeeId, accountId, memberId, ownBranchIds, assignedBranchIds, roles],
      );
      return rows.map((row) => row.key).sort();
    },

    /** What the person reads of the table. */
    read: (actor: Actor, table: Table) =>
      as(actor, async () => {
        const { rows } = await app.query<{ key: string }>(`SELECT ${keyOf(table)} AS key FROM "${table.name}" r`);
        return rows.map((row) => row.key).sort();
      }),

    /** Which stored rows the person could have inserted, signed by the person's own hand. */
    insert(actor: Actor, table: Table, stored: readonly StoredRow[]) {
      const columns = table.insertable.map((column) => `"${column}"`).join(", ");
      const mine = stored.map(({ key, row }) => ({ key, row: { ...row, ...signed(row, actor) } }));
      const from = `jsonb_populate_record(NULL::public."${table.name}", one.stored)`;
      const statement = `INSERT INTO "${table.name}" (${columns}) SELECT ${columns} FROM ${from}`;
      return columns === "" ? Promise.resolve([]) : tryEach(actor, table, mine, statement);
    },

    update: (actor: Actor, table: Table, stored: readonly StoredRow[], sets: string) =>
      tryEach(actor, table, stored, `UPDATE "${table.name}" r SET ${written(sets, actor)} ${where(table)}`),

    delete: (actor: Actor, table: Table, stored: readonly StoredRow[]) =>
      tryEach(actor, table, stored, `DELETE FROM "${table.name}" r ${where(table)}`),

    /** How many rows one statement without any condition changes; 0 where it is refused as a whole. */
    updateAll: (actor: Actor, table: Table, sets: string) =>
      as(actor, () =>
        app.query(`UPDATE "${table.name}" r SET ${written(sets, actor)}`).then(
          (result) => result.rowCount ?? 0,
          () => 0,
        ),
      ),

    /** Whether a call of a function answers the person with anything. */
    answers: (actor: Actor, call: string) =>
      as(actor, () =>
        app.query<{ found: boolean }>(`SELECT (${call}) IS NOT NULL AS found`).then(
          (result) => result.rows[0]?.found === true,
          () => false,
        ),
      ),
  };
}

/** The columns by which a row says who wrote it, in the hand of the person, and what only another one may add. */
function signed(row: object, { accountId }: Actor): object {
  const hands = ["grantedById", "linkedById", "openedById", "setById"].filter((column) => column in row);
  const steps = ["proposedById", "recordedById"].filter((column) => Reflect.get(row, column));
  const unconfirmed = hands.length > 0 && "confirmedAt" in row ? { confirmedById: null, confirmedAt: null } : {};
  return { ...Object.fromEntries([...hands, ...steps].map((column) => [column, accountId])), ...unconfirmed };
}

function written(sets: string, { accountId }: Actor): string {
  return sets.replaceAll("me.account", accountId === null ? "NULL::uuid" : `'${accountId}'::uuid`);
}

/* Row level security and column rights refuse with 42501, triggers and checks with 23514; what fails later than both has passed. */
function eachRow(statement: string): string {
  return `DO $probe$
    DECLARE one record; n bigint; touched text[] := '{}';
    BEGIN
      FOR one IN SELECT value ->> 'key' AS key, value -> 'row' AS stored FROM jsonb_array_elements(current_setting('probe.rows')::jsonb) LOOP
        BEGIN
          ${statement};
          GET DIAGNOSTICS n = ROW_COUNT;
          RAISE EXCEPTION 'taken back' USING ERRCODE = 'ZZ000';
        EXCEPTION WHEN OTHERS THEN
          IF SQLSTATE NOT IN ('ZZ000', '42501', '23514') THEN n := 1; END IF;
          IF SQLSTATE NOT IN ('ZZ000', '42501', '23514', '23505', '23P01', '23503', '23001', '23502') THEN
            RAISE EXCEPTION '% (%) on %', SQLERRM, SQLSTATE, one.key;
          END IF;
          IF SQLSTATE NOT IN ('42501', '23514') AND n > 0 THEN touched := touched || one.key; END IF;
        END;
      END LOOP;
      PERFORM set_config('probe.touched', to_jsonb(touched)::text, true);
    END $probe$`;
}
