import { closeSync, openSync, readSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Installation } from "./installation";
import { type Answer, type LoadResult, load, send } from "./load";
import { bareStatus, type Screen } from "./screens";

/** What one screen costs; processor time is per request, of the server with its database. */
export type Measured = {
  screen: Screen;
  cpuMs: number;
  databaseMs: number;
  bareMs: number;
  alone: LoadResult;
  crowd: LoadResult;
  bare: LoadResult;
  statements: number;
  gzipBytes: number;
};

const CROWD = 32;

/** Measures a screen over one connection, the bare server's beside it, and then over 32. Throws where a request failed. */
export async function measure(installation: Installation, screen: Screen): Promise<Measured> {
  const { clocks } = installation;
  const bare = await timed(clocks.bare, await screen.bare(screen.count), bareStatus(screen));
  const asks = await screen.ours(screen.count);
  const databaseBefore = clocks.database();
  const ours = await timed(clocks.ours, asks, screen.expected);
  const databaseMs = (clocks.database() - databaseBefore) / screen.count;
  const crowd = await load(await screen.ours(screen.count), CROWD, screen.expected);
  const errors = bare.result.errors + ours.result.errors + crowd.errors;
  if (errors > 0) throw new Error(`${screen.name}: ${errors} requests failed`);
  return {
    screen,
    cpuMs: ours.milliseconds / screen.count,
    databaseMs,
    bareMs: bare.milliseconds / screen.count,
    alone: ours.result,
    crowd,
    bare: bare.result,
    ...(await lookAtOne(installation, screen)),
  };
}

async function timed(clock: () => number, asks: Parameters<typeof load>[0], expected: number) {
  const before = clock();
  const result = await load(asks, 1, expected);
  return { result, milliseconds: clock() - before };
}

/** The statements that one request sends, and the size of its answer when compressed. */
async function lookAtOne(installation: Installation, screen: Screen) {
  const [ask] = await screen.ours(1);
  if (!ask) throw new Error(`${screen.name} has no request`);
  const { result, lines } = await withStatementLog<Answer>(installation, () => send(ask));
  return { statements: lines, gzipBytes: gzipSync(result.body).length };
}

/** What `work` answers, and how many statements reached the database meanwhile, by its own log. */
export async function withStatementLog<T>({ admin, logFile }: Installation, work: () => Promise<T>) {
  await setLogging(admin, "all");
  const from = statSync(logFile).size;
  const result = await work();
  await sleep(200);
  const text = readFrom(logFile, from);
  await setLogging(admin, "none");
  const lines = text.split("\n").filter((line) => /LOG: {2}(execute|statement)/.test(line));
  return { result, lines: lines.length };
}

async function setLogging(admin: Installation["admin"], level: "all" | "none"): Promise<void> {
  await admin.query(`ALTER SYSTEM SET log_statement = '${level}'`);
  await admin.query("SELECT pg_reload_conf()");
  await sleep(300);
}

function readFrom(file: string, from: number): string {
  const bytes = Buffer.alloc(statSync(file).size - from);
  const handle = openSync(file, "r");
  readSync(handle, bytes, 0, bytes.length, from);
  closeSync(handle);
  return bytes.toString();
}
