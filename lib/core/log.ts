import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";

/**
 * What the technical log tells. Ids, codes and addresses only: nothing that a person typed, no name, no path with a query,
 * no message of an error, since all of these may quote a member's record.
 */
export type LogEvent =
  | { readonly event: "process.started" | "process.stopped" }
  | { readonly event: "signIn.opened" | "signIn.refused"; readonly account: string | null; readonly address: string }
  | { readonly event: "secret.throttled"; readonly place: string; readonly kind: string; readonly address: string }
  | ({ readonly event: "access.refused"; readonly account: string | null; readonly code: string } & RefusalFacts)
  | { readonly event: "input.refused"; readonly reason: string; readonly path: string }
  | { readonly event: "request.refused"; readonly status: number; readonly address: string }
  | ({ readonly event: "error"; readonly reference: string; readonly path: string } & ErrorFacts);

type RefusalFacts = { readonly reason: string; readonly path: string };

type ErrorFacts = { readonly name: string; readonly codes: readonly string[]; readonly frames: readonly string[] };

const KEPT_MONTHS = 12;
const MOST_BYTES = 100_000_000;
const FILE = /^technical-(\d{4}-\d{2})\.jsonl$/;

/* Where nobody said where the data are (tests, tools), nothing is logged. */
const folder = process.env.DATA_DIR ? join(process.env.DATA_DIR, "log") : null;
let month = "";

function write(line: string): void {
  if (folder === null) return;
  process.stdout.write(line);
  try {
    appendTo(folder, line);
  } catch {
    /* A full disk must stop neither reading nor signing out. */
  }
}

function appendTo(folder: string, line: string): void {
  const now = new Date().toISOString().slice(0, 7);
  const file = join(folder, `technical-${now}.jsonl`);
  if (month !== now) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeOld(folder, now);
    month = now;
  }
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < MOST_BYTES) appendFileSync(file, line, { mode: 0o600 });
}

function removeOld(folder: string, now: string): void {
  const oldest = new Date(`${now}-01`);
  oldest.setUTCMonth(oldest.getUTCMonth() - KEPT_MONTHS);
  for (const name of readdirSync(folder)) {
    const kept = FILE.exec(name)?.[1];
    if (kept !== undefined && kept < oldest.toISOString().slice(0, 7)) rmSync(join(folder, name));
  }
}

const logger = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
  { write },
);

/** Writes one event as one line of JSON, to the console and to the month's file in the data folder; kept for twelve months. */
export function report(event: LogEvent): void {
  if (event.event === "error") logger.error(event);
  else if (event.event.endsWith("refused") || event.event === "secret.throttled") logger.warn(event);
  else logger.info(event);
}

/** What may be told of an unexpected error: its kind, its codes and where it came from, without its words. */
export function errorFacts(error: unknown): ErrorFacts {
  const codes: string[] = [];
  const seen = new Set<unknown>();
  for (let queue = [error]; queue.length > 0; ) {
    const next = queue.shift();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const key of ["code", "originalCode"]) {
      const code: unknown = Reflect.get(next, key);
      if (typeof code === "string" && /^[A-Z0-9_]{3,40}$/.test(code)) codes.push(code);
    }
    queue = [...queue, ...["cause", "meta", "driverAdapterError"].map((key) => Reflect.get(next, key))];
  }
  const stack = error instanceof Error ? (error.stack ?? "").replace(error.message, "") : "";
  const frames = stack.split("\n").flatMap((line) => /^\s+at (.{1,200})/.exec(line)?.[1] ?? []);
  return { name: error instanceof Error ? error.name : typeof error, codes, frames: frames.slice(0, 8) };
}
