import { fork } from "node:child_process";
import { on, once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { confirmImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { type Cells, checkedImport, crowd, dumpOfMembers, importRow, importRows } from "./rosters";

const PEOPLE = 60;
const KILLS = [0.2, 0.5, 0.8, 0.95];
const PATIENCE = 60_000;

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

/** A process that works at an import: the next thing it says, and that it has ended. */
type Worker = { readonly word: () => Promise<unknown>; readonly end: Promise<unknown>; readonly kill: () => void };

/** Starts a process that works at the import, and answers it at the moment it begins. */
async function beginAt(actor: Actor, id: string): Promise<Worker> {
  const child = fork(join(import.meta.dirname, "worker.ts"), [], {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  const end = once(child, "exit");
  const words = on(child, "message", { close: ["disconnect"], signal: AbortSignal.timeout(PATIENCE) });
  const word = async () => {
    const { done, value } = await words.next();
    if (done) throw new Error(`the process ended without a word: ${child.exitCode ?? child.signalCode}`);
    return value[0];
  };
  expect(await word()).toBe("ready");
  child.send({ actor, id });
  expect(await word()).toBe("begun");
  return { word, end, kill: () => child.kill("SIGKILL") };
}

/** As after the lease's twenty seconds; waits for what the killed process had begun to write. */
const endLease = () =>
  ownerRows(`UPDATE "Job" SET "leaseEndsAt" = now() - interval '1 second' WHERE "endedAt" IS NULL`);

const changed = (rows: Cells, from: number): Cells =>
  rows.map((row, index) => (index < from ? row.with(row.length - 1, "Nuôi ong") : row));

describe("an import whose process is killed", { timeout: 120_000 }, () => {
  it("has written all or nothing, and goes on to the same end as one that was not", async () => {
    const { office, leader } = register.actors;
    const rows = crowd(2 * PEOPLE);
    await importRows(office, rows.slice(0, PEOPLE));
    const before = await dumpOfMembers(register.committeeId);
    const whole = await timedImport();

    const checked = await checkedImport(office, changed(rows, PEOPLE));
    await confirmImport(office, checked);
    for (const part of KILLS) {
      const worker = await beginAt(office, checked.id);
      await wait(part * whole);
      worker.kill();
      await worker.end;
      await endLease();
      const { state } = await importRow(checked.id);
      const isAsBefore = (await dumpOfMembers(register.committeeId)).join("\n") === before.join("\n");
      expect([state, isAsBefore]).toEqual(state === "DONE" ? ["DONE", false] : ["RUNNING", true]);
    }
    expect(["DONE", "BUSY"]).toContain(await runImport(office, checked.id));

    const { state, version } = await importRow(checked.id);
    expect(state).toBe("DONE");
    expect(await doneEvents(checked.id)).toBe(1);
    const [counted] = await ownerRows(
      `SELECT count(*)::int AS people, count(DISTINCT "nameKey" || "birthOn")::int AS persons,
        count(*) FILTER (WHERE occupation = 'Nuôi ong')::int AS changed
        FROM "Member" m JOIN "MemberProfile" p ON p."memberId" = m.id AND occupation IN ('Nuôi ong', 'Trồng trọt')
        WHERE m."committeeId" = $1`,
      [register.committeeId],
    );
    expect(counted).toEqual({ people: 2 * PEOPLE, persons: 2 * PEOPLE, changed: PEOPLE });
    await undoImport(leader, { id: checked.id, version, reason: null });
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
  });
});

/* How long the same work takes from its beginning to its end in such a process, in another register. */
async function timedImport(): Promise<number> {
  const other = await openRegister();
  const rows = crowd(2 * PEOPLE);
  await importRows(other.actors.office, rows.slice(0, PEOPLE));
  const checked = await checkedImport(other.actors.office, changed(rows, PEOPLE));
  await confirmImport(other.actors.office, checked);
  const worker = await beginAt(other.actors.office, checked.id);
  const from = performance.now();
  expect(await worker.word()).toBe("DONE");
  const taken = performance.now() - from;
  await worker.end;
  return taken;
}

async function doneEvents(id: string): Promise<number> {
  const events = await ownerRows(
    `SELECT 1 FROM "AuditEvent" WHERE type = 'rosterImport.completed' AND "subjectId" = $1`,
    [id],
  );
  return events.length;
}
