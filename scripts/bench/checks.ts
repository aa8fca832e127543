import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { hashPassword, verifyPassword } from "@/lib/core/auth/password-hash";
import { bareQueries } from "./bare-queries";
import { BENCH_PASSWORD, type Installation } from "./installation";
import { load } from "./load";
import { figure, stepFigure } from "./report";
import { editAsks } from "./screens";
import { signInAsk, type Visitor } from "./visitor";

const SIGN_INS = 20;
const EDITS = 128;
/** Signing in against the password hash alone, in processor time and as a multiple of the bare list of all members. */
export async function signInFigure(
  { origin, clocks }: Installation,
  names: readonly string[],
  bareListMs: number,
): Promise<string> {
  const asks = await Promise.all(names.slice(0, SIGN_INS).map((name) => signInAsk(origin, name, BENCH_PASSWORD)));
  const before = clocks.ours();
  const { errors } = await load(asks, 1, 303);
  if (errors > 0) throw new Error(`${errors} people could not sign in`);
  const ours = (clocks.ours() - before) / asks.length;

  const hash = await hashPassword(BENCH_PASSWORD);
  const usage = process.cpuUsage();
  for (let count = 0; count < SIGN_INS; count++) await verifyPassword(BENCH_PASSWORD, hash);
  const { user, system } = process.cpuUsage(usage);
  const alone = (user + system) / 1000 / SIGN_INS;
  return stepFigure(`sign-in, beyond the hash of ${alone.toFixed(0)} ms`, ours - alone, bareListMs);
}

/** Many edits at the same moment, over a pool of ten connections: none may fail, none may leave a transaction open. */
export async function editCrowdFigure(
  installation: Installation,
  visitors: readonly Visitor[],
  members: readonly string[],
) {
  const asks = await editAsks(visitors, members.slice(0, EDITS));
  const { errors } = await load(asks, EDITS, 303);
  await sleep(500);
  const { rows } = await installation.admin.query<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity WHERE usename = 'sodb_app' AND state LIKE 'idle in transaction%'`,
  );
  const value = `${errors} + ${rows[0]?.count}`;
  return figure(`${asks.length} edits at once: errors + idle in transaction`, value, "0 + 0");
}

/**
 * The same rows as the runtime role under row level security and as the administrator without it, in turn: what the wall adds to the
 * query, and to the list as a person waits for it (`listMs`, the median).
 */
export async function wallFigure({ admin, urls }: Installation, token: string, listMs: number): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(`SELECT id FROM "Committee" ORDER BY "createdAt" LIMIT 1`);
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT app.enter($1)", [token]);
  const list = { name: "list", text: bareQueries.members, values: [rows[0]?.id] };
  const behind: number[] = [];
  const without: number[] = [];
  for (let round = 0; round < 120; round++) {
    behind.push(await millisecondsOf(() => client.query(list)));
    without.push(await millisecondsOf(() => admin.query(list)));
  }
  await client.query("COMMIT");
  await client.end();
  const added = median(behind) - median(without);
  const percent = (of: number) => `${((added / of) * 100).toFixed(0)} %`;
  return [
    figure("row level security, added to the bare query", percent(median(without)), "–"),
    figure("row level security, added to the list as it is served", percent(listMs - added), "20 %"),
  ].join("\n");
}

/** How fast the audit's chain is recomputed. */
export async function chainFigure({ urls }: Installation, token: string): Promise<string> {
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT app.enter($1)", [token]);
  const startedAt = performance.now();
  const { rows } = await client.query<{ checked: string; first_fault: string | null }>(
    "SELECT * FROM app.verify_audit()",
  );
  const seconds = (performance.now() - startedAt) / 1000;
  await client.query("COMMIT");
  await client.end();
  const checked = Number(rows[0]?.checked);
  if (rows[0]?.first_fault !== null) throw new Error("the audit's chain is broken or not for this reader");
  return figure(
    `audit chain, a million events (from ${checked})`,
    `${((seconds / checked) * 1e6).toFixed(0)} s`,
    "60 s",
  );
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
