import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";
import { type Actor, actorFrom, type SessionContext } from "@/lib/core/actor";
import { SessionEndedError } from "@/lib/core/errors";
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
  return clients().app.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ context: SessionContext | null }[]>`SELECT app.enter(${token}) AS context`;
    const context = rows[0]?.context ?? null;
    const actor = context && actorFrom(token, context);
    if (!context || !actor) throw new SessionEndedError();
    return work(tx, actor, context.stale);
  }, limits);
}

type Reading = { readonly entered: Promise<Parameters<Work<void>>>; readonly end: () => void; readers: number };

/* React forgets it with the page; outside of rendering every call gets one of its own. */
const readingsOfPage = cache(() => new Map<string, Reading>());
const readingsOfAnswer = new AsyncLocalStorage<Map<string, Reading>>();

/** Lets everything that `work` reads share transactions as on a page: for routes, which render nothing. */
export function withSharedReading<T>(work: () => Promise<T>): Promise<T> {
  return readingsOfAnswer.run(new Map(), work);
}

/**
 * As `inContext`, for reads: what a page reads at the same time shares one transaction, opened by the first reader and
 * closed as soon as nobody reads any more. An error of the database ends it for all of them.
 */
export async function inReading<T>(token: string, work: Work<T>): Promise<T> {
  const readings = readingsOfAnswer.getStore() ?? readingsOfPage();
  const reading = readings.get(token) ?? openReading(token);
  readings.set(token, reading);
  reading.readers += 1;
  try {
    return await work(...(await reading.entered));
  } finally {
    reading.readers -= 1;
    // Whoever waited for this reader asks its own question before the next turn of the event loop.
    setImmediate(() => {
      if (reading.readers > 0) return;
      if (readings.get(token) === reading) readings.delete(token);
      reading.end();
    });
  }
}

function openReading(token: string): Reading {
  const entered = Promise.withResolvers<Parameters<Work<void>>>();
  const ended = Promise.withResolvers<void>();
  inContext(token, (...context) => {
    entered.resolve(context);
    return ended.promise;
  }).catch(entered.reject);
  return { entered: entered.promise, end: ended.resolve, readers: 0 };
}
