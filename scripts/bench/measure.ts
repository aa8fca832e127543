import { closeSync, openSync, readSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { CpuClock } from "./cpu";
import type { Installation } from "./installation";
import { type Answer, type Ask, type Load, type LoadResult, load, resultOf, send } from "./load";
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
/* A shared machine is faster and slower by turns of seconds: who is compared takes turns that are shorter. */
const TURNS = 8;

/** Measures a screen over one connection, in turn with the bare server's, and then over 32. Throws where a request failed. */
export async function measure(installation: Installation, screen: Screen): Promise<Measured> {
  const { clocks } = installation;
  const bare = new Runner(clocks.bare, await screen.bare(screen.count), bareStatus(screen));
  const ours = new Runner(clocks.ours, await screen.ours(screen.count), screen.expected);
  let databaseMs = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await bare.take(turn);
    const before = clocks.database();
    await ours.take(turn);
    databaseMs += clocks.database() - before;
  }
  const crowd = resultOf([await load(await screen.ours(screen.count), CROWD, screen.expected)]);
  const alone = ours.result();
  const errors = bare.result().errors + alone.errors + crowd.errors;
  if (errors > 0) throw new Error(`${screen.name}: ${errors} requests failed`);
  return {
    screen,
    cpuMs: ours.eachMs(),
    databaseMs: databaseMs / screen.count,
    bareMs: bare.eachMs(),
    alone,
    crowd,
    bare: bare.result(),
    ...(await lookAtOne(installation, screen)),
  };
}

/** Sends what a side is asked for in so many turns, and counts its processor time over all of them. */
class Runner {
  private readonly loads: Load[] = [];
  private milliseconds = 0;

  constructor(
    private readonly clock: CpuClock,
    private readonly asks: readonly Ask[],
    private readonly expected: number,
  ) {}

  async take(turn: number): Promise<void> {
    const [from, to] = [turn, turn + 1].map((at) => Math.round((this.asks.length * at) / TURNS));
    const before = this.clock();
    this.loads.push(await load(this.asks.slice(from, to), 1, this.expected));
    this.milliseconds += this.clock() - before;
  }

  eachMs(): number {
    return this.milliseconds / this.asks.length;
  }

  result(): LoadResult {
    return resultOf(this.loads);
  }
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
