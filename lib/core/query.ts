import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inReading, type Tx } from "@/lib/core/db/context";

/**
 * Runs a read inside the reader's scope: one short transaction, shared by what a page reads at once, whose row level security follows the actor's session.
 * Throws SessionEndedError when the session has ended meanwhile.
 */
export function readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inReading(actor.sessionToken, (tx) => work(tx));
}
