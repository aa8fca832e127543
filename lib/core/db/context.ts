import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import { type Actor, actorFrom, type SessionContext } from "@/lib/core/actor";
import { DomainError, SessionEndedError } from "@/lib/core/errors";
import { clients } from "./clients";
import type { Prisma } from "./generated/client";

/** A transaction in which the database knows who is asking. */
export type Tx = Prisma.TransactionClient;

/** Work inside a context: gets the actor as the database sees it now, and whether the session was long unused. */
export type Work<T> = (tx: Tx, actor: Actor, stale: boolean) => Promise<T>;

/* Longer than the database's own transaction timeout, so that the database decides the outcome. */
const limits = { maxWait: 10_000, timeout: 12_000 };

/**
 * Opens one transaction and hands the database the session token as its first statement.
 * Throws SessionEndedError where the token names no live session.
 */
export function inContext<T>(token: string, work: Work<T>): Promise<T> {
  return inEntered(token, false, work);
}

/**
 * As `inContext`, also while a restored state waits to be accepted, when every other context of the register only reads: this one
 * writes, and has no right then but to keep accounts, or to accept the state.
 */
export function inContextAside<T>(token: string, work: Work<T>): Promise<T> {
  return inEntered(token, true, work);
}

function inEntered<T>(token: string, aside: boolean, work: Work<T>): Promise<T> {
  return clients().app.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ context: SessionContext | null }[]>`
      SELECT app.enter(${token}, ${aside}) AS context`;
    const context = rows[0]?.context ?? null;
    const actor = context && actorFrom(token, context);
    if (!context || !actor) throw new SessionEndedError();
    return work(tx, actor, context.stale);
  }, limits);
}

type Reading = {
  readonly entered: Promise<Parameters<Work<void>>>;
  /** Committed, or else what went wrong. */
  readonly done: Promise<void>;
  readers: number;
  /** Commits it; once a reader has met an error, the database keeps nothing of it, whatever the reader made of the error. */
  end: () => void;
  readonly fail: (error: unknown) => void;
};

/* Those still open, by session, and all there have been. */
type Readings = { readonly open: Map<string, Reading>; readonly all: Reading[] };
const noReadings = (): Readings => ({ open: new Map(), all: [] });

/* React forgets it with the page; outside of rendering every call gets one of its own. */
const readingsOfPage = cache(noReadings);
const readingsOfAnswer = new AsyncLocalStorage<Readings>();

/**
 * Lets everything that `work` reads, and the traces this leaves, share transactions as on a page: for routes, which render
 * nothing. Resolves when all of them are committed.
 */
export async function withSharedReading<T>(work: () => Promise<T>): Promise<T> {
  const readings = noReadings();
  const answer = await readingsOfAnswer.run(readings, work);
  await Promise.all(readings.all.map(committed));
  return answer;
}

/* Whom the database did not let in has heard of it as a reader, and there is nothing to commit. */
async function committed({ entered, done }: Reading): Promise<void> {
  const [{ status }] = await Promise.allSettled([entered]);
  if (status === "fulfilled") await done;
}

/** As `inContext`, for a reading that leaves a trace: in the transaction of the answer it belongs to, else in its own. */
export function inTracedReading<T>(token: string, work: Work<T>): Promise<T> {
  return readingsOfAnswer.getStore() ? inReading(token, work) : inContext(token, work);
}

/**
 * As `inContext`, for reads: what a page reads at the same time shares one transaction, opened by the first reader and
 * closed as soon as nobody reads any more. An error of the database ends it for all of them.
 */
export async function inReading<T>(token: string, work: Work<T>): Promise<T> {
  const readings = readingsOfAnswer.getStore() ?? readingsOfPage();
  const reading = readings.open.get(token) ?? openReading(token, readings);
  reading.readers += 1;
  try {
    return await workIn(reading, work);
  } finally {
    reading.readers -= 1;
    // Whoever waited for this reader asks its own question before the next turn of the event loop.
    setImmediate(() => {
      if (reading.readers > 0) return;
      if (readings.open.get(token) === reading) readings.open.delete(token);
      reading.end();
    });
  }
}

async function workIn<T>(reading: Reading, work: Work<T>): Promise<T> {
  const context = await reading.entered;
  try {
    return await work(...context);
  } catch (error) {
    if (!(error instanceof DomainError)) reading.end = () => reading.fail(error);
    throw error;
  }
}

function openReading(token: string, readings: Readings): Reading {
  const entered = Promise.withResolvers<Parameters<Work<void>>>();
  const ended = Promise.withResolvers<void>();
  const done = inContext(token, (...context) => {
    entered.resolve(context);
    return ended.promise;
  });
  done.catch(entered.reject);
  const { resolve: end, reject: fail } = ended;
  const reading = { entered: entered.promise, done, readers: 0, end, fail };
  readings.open.set(token, reading);
  readings.all.push(reading);
  return reading;
}
