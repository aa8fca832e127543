import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { asTestOwner, ownerRows } from "../../support/register";
import { fingerprint } from "./fingerprint";
import { type FormWorld, openFormWorld } from "./form-case";

/* The sweep of all forms trusts it: of what it does not see, no form would be accused. */

let world: FormWorld;
const id = randomUUID();
const villages = `"Village" WHERE "committeeId" = $1 AND id = $2`;

beforeAll(async () => void (world = await openFormWorld()));

/** The tables that look otherwise after the work. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await fingerprint();
  await work();
  const after = await fingerprint();
  return Object.keys(after).filter((table) => after[table] !== before[table]);
}

const run = (sql: string) => ownerRows(sql, [world.committeeId, id]);
const add = () =>
  run(
    `INSERT INTO "Village" ("committeeId", id, name, "sortKey", "startsOn") VALUES ($1, $2, 'Bản Mới', 'moi', '2020-01-01')`,
  );

it("sees a row that is added, one that is written over with the same values, and one that is taken out", async () => {
  expect(await changedBy(add)).toEqual(["Village"]);
  expect(await changedBy(() => run(`UPDATE "Village" SET name = name WHERE "committeeId" = $1 AND id = $2`))).toEqual([
    "Village",
  ]);
  expect(await changedBy(() => run(`DELETE FROM ${villages}`))).toEqual(["Village"]);
});

it("sees nothing of what was read, or given up", async () => {
  expect(await changedBy(() => run(`SELECT 1 FROM ${villages}`))).toEqual([]);
  const giveUp = () =>
    asTestOwner(async (tx) => {
      const { committeeId } = world;
      const startsOn = new Date("2020-01-01");
      await tx.village.create({
        data: { committeeId, id, name: "Bản Mới", sortKey: "moi", startsOn },
        select: { id: true },
      });
      throw new Error("given up");
    });
  expect(await changedBy(() => expect(giveUp()).rejects.toThrow("given up"))).toEqual([]);
});

it("sees a session that ends, and not when one was last used", async () => {
  const sessions = `"Session" SET %s WHERE id IN (SELECT id FROM "Session" ORDER BY id LIMIT 1)`;
  const write = (set: string) => ownerRows(`UPDATE ${sessions.replace("%s", set)}`);
  expect(await changedBy(() => write(`"lastSeenAt" = "lastSeenAt" + interval '1 minute'`))).toEqual([]);
  expect(await changedBy(() => write(`"endedAt" = now()`))).toEqual(["Session"]);
});
