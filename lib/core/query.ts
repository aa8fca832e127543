import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inReading, inTracedReading, type Tx, withSharedReading } from "@/lib/core/db/context";

/**
 * Runs a read inside the reader's scope: one short transaction, shared by what a page reads at once, whose row level security follows the actor's session.
 * Throws SessionEndedError when the session has ended meanwhile.
 */
export function readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inReading(actor.sessionToken, (tx) => work(tx));
}

/**
 * As `readAs`, for a reading that leaves a trace in the access log: committed when this resolves, or, inside `readTogether`,
 * before the answer is given.
 */
export function readAndLog<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTracedReading(actor.sessionToken, (tx) => work(tx));
}

/** Runs the answer of a route, whose reads then share transactions as those of a page do of themselves; all are committed when it resolves. */
export function readTogether<T>(work: () => Promise<T>): Promise<T> {
  return withSharedReading(work);
}
