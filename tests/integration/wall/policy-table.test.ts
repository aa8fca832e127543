import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { policyTable, scopesOf } from "@/lib/core/policy-table";
import type { PolicyRow, Verb } from "@/lib/core/policy-table/row";
import { ownerRows } from "../../support/register";
import { doors, ownFunctions } from "./doors";
import type { Footprint, Operation } from "./footprint";
import { footprints } from "./footprints";
import { listStored, listTables, openProbe, type StoredRow, type Table } from "./probe";
import { openWorld } from "./world";

/*
 * The policy table against row level security: for every person and table, the rows that the rights of the table reach are
 * exactly the rows that the database lets the person read, insert, change and remove. Two registers stand side by side.
 */

let world: Awaited<ReturnType<typeof openWorld>>;
let probe: Awaited<ReturnType<typeof openProbe>>;
let tables: Table[];
let stored: Map<string, StoredRow[]>;

const prints = Object.entries(footprints).flatMap(([resource, list]) => list.map((print) => ({ resource, ...print })));

beforeAll(async () => {
  await openWorld();
  world = await openWorld();
  probe = await openProbe();
  tables = await listTables();
  stored = new Map();
  for (const table of tables) stored.set(table.name, await listStored(table, world.committeeId));
}, 300_000);

afterAll(() => probe.end());

/** The rows of the policy table that count for the person. The system acts on all, and decides no rating. */
function rightsOf(actor: Actor, resource: string): PolicyRow[] {
  if (!actor.roles.includes("SYSTEM")) {
    return policyTable.filter(
      (row) => row.resource === resource && (row.role === "ANYONE" || actor.roles.includes(row.role)),
    );
  }
  const all = policyTable.find((row) => row.resource === resource);
  return all
    ? [{ ...all, role: "SYSTEM", scope: "REGISTER", verbs: resource === "rating" ? ["read"] : SYSTEM_VERBS }]
    : [];
}

/** What the table's rights say may happen to rows of a table by one operation. */
function conditionsFor(actor: Actor, table: string, operation: Operation, sets?: string): string[] {
  return prints
    .filter((print) => print.table === table && (sets === undefined || print.sets === sets))
    .flatMap((print) =>
      rightsOf(actor, print.resource).flatMap((right) => {
        const condition = print.rows[right.scope];
        if (condition === undefined || !right.verbs.some((verb) => print.by[operation]?.includes(verb))) return [];
        return [typeof condition === "string" ? condition : condition(right.role)];
      }),
    );
}

const SYSTEM_VERBS: readonly Verb[] = ["read", "create", "update", "confirm"];

const updatesOf = (table: string) => [
  ...new Set(prints.filter((print) => print.table === table && print.by.update).map((print) => print.sets ?? "")),
];

/** One line for each place where the database allows more or less: how many rows, and the first of them. */
function told(who: string, what: string, word: "more" | "less", rows: readonly unknown[]): string[] {
  return rows.length === 0 ? [] : [`${who}, ${what}: ${rows.length} ${word}, as ${JSON.stringify(rows[0])}`];
}

async function differences(
  what: Operation,
  ask: (actor: Actor, table: Table, rows: readonly StoredRow[], sets: string) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [who, actor] of world.actors) {
    for (const table of tables) {
      const rows = stored.get(table.name) ?? [];
      const row = (key: string) => rows.find((one) => one.key === key)?.row;
      for (const sets of what === "update" ? updatesOf(table.name) : [undefined]) {
        const meant = await probe.meant(actor, table, conditionsFor(actor, table.name, what, sets));
        const may = await ask(actor, table, rows, sets ?? "");
        const more = may.filter((key) => !meant.includes(key)).map(row);
        const less = meant.filter((key) => !may.includes(key)).map(row);
        const where = `${what} ${table.name} ${sets ?? ""}`;
        found.push(...told(who, where, "more", more), ...told(who, where, "less", less));
      }
    }
  }
  return found;
}

describe("the policy table", { timeout: 180_000 }, () => {
  it("has a place in the database for every resource, verb and scope, and a person for every role", () => {
    const unplaced = policyTable.flatMap(({ role, resource, verbs, scope }) => {
      if (resource === "publishedFigures") return [];
      const own: readonly Footprint[] = footprints[resource];
      const inDatabase = verbs.filter((verb) => !["export", "undo"].includes(verb));
      const reached = (verb: Verb) =>
        own.some((print) => print.rows[scope] && Object.values(print.by).some((list) => list?.includes(verb)));
      return inDatabase.filter((verb) => !reached(verb)).map((verb) => `${role} ${resource} ${scope} ${verb}`);
    });
    expect(unplaced).toEqual([]);
    const roles = new Set(world.actors.flatMap(([, actor]) => actor.roles));
    expect(policyTable.filter((row) => row.role !== "ANYONE" && !roles.has(row.role))).toEqual([]);
  });

  it("covers every table that the product reaches, with rows to find in each", () => {
    const covered = new Set(prints.map((print) => print.table));
    expect(tables.map((table) => table.name).filter((name) => !covered.has(name))).toEqual([]);
    expect(tables.filter((table) => stored.get(table.name)?.length === 0)).toEqual([]);
  });

  it("lets nothing be taken away as a file that may not be read", () => {
    const unread = policyTable.filter(
      (row) =>
        row.verbs.includes("export") &&
        row.role !== "ANYONE" &&
        !scopesOf({ roles: [row.role] }, row.resource, "read").includes(row.scope),
    );
    expect(unread).toEqual([]);
  });

  it("is what the database lets everybody read", async () => {
    expect(await differences("select", (actor, table) => probe.read(actor, table))).toEqual([]);
  });

  it("is what the database lets everybody insert", async () => {
    expect(await differences("insert", (actor, table, rows) => probe.insert(actor, table, rows))).toEqual([]);
  });

  it("is what the database lets everybody change", async () => {
    expect(await differences("update", probe.update)).toEqual([]);
  });

  it("is what the database lets everybody remove", async () => {
    expect(await differences("delete", probe.delete)).toEqual([]);
  });

  it("holds for a change without any condition, which asks no right to read", async () => {
    const found: [string, string, number][] = [];
    for (const [who, actor] of world.actors) {
      for (const table of tables) {
        for (const sets of updatesOf(table.name)) {
          const meant = await probe.meant(actor, table, conditionsFor(actor, table.name, "update", sets));
          const changed = await probe.updateAll(actor, table, sets);
          if (changed > meant.length) found.push([who, table.name, changed - meant.length]);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it("says who gets an answer from a function that looks beside the wall, and every such function is known", async () => {
    const { openCase, imports, people, branchId } = world;
    const insiders = ["system", "inspector", "teamMember", "officeOnTeam", "partySecretary", "inspectionHead"];
    const circle = world.actors.flatMap(([who, actor]) => (insiders.includes(who) ? [actor.sessionId] : []));
    const [named] = await ownerRows<{ account: string; name: string }>(
      `SELECT l."accountId" AS account, m."nameKey" AS name FROM "AccountMember" l JOIN "Member" m ON m.id = l."memberId"
        WHERE l."memberId" = $1`,
      [people.movedAway],
    );
    const callable = await ownerRows<{ name: string }>(
      `SELECT DISTINCT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
        AND has_function_privilege('sodb_app', p.oid, 'EXECUTE') ORDER BY 1`,
    );
    expect(callable.map((one) => one.name)).toEqual([...Object.keys(doors), ...ownFunctions].sort());
    for (const [name, { call, opensTo }] of Object.entries(doors)) {
      const filled = call
        .replace("$account", `'${named?.account}'`)
        .replace("$name", `'${named?.name}'`)
        .replace("$departed", `'${people.departed}'`)
        .replace("$case", `'${openCase}'`)
        .replace("$done", `'${imports.done}'`)
        .replace("$mergeOpen", `'${imports.mergeOpen}'`)
        .replace("$mergeDone", `'${imports.mergeDone}'`)
        .replace("$archiveOpen", `'${imports.archiveOpen}'`)
        .replace("$archiveDone", `'${imports.archiveDone}'`)
        .replace("$builtOn", `'${imports.builtOn}'`)
        .replace("$branch", `'${branchId}'`);
      for (const [who, actor] of world.actors.filter(([, one]) => one.accountId !== named?.account))
        expect(await probe.answers(actor, filled), `${name} to ${who}`).toBe(opensTo(actor, circle, branchId));
    }
  });
});
