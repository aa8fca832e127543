import "server-only";
import { type Actor, actorFrom, type SessionContext } from "@/lib/core/actor";
import { SessionEndedError } from "@/lib/core/errors";
import { clients } from "./clients";
import type { Prisma } from "./generated/client";

/** A transaction in which the database knows who is asking. */
export type Tx = Prisma.TransactionClient;

/* Longer than the database's own transaction timeout, so that the database decides the outcome. */
const limits = { maxWait: 10_000, timeout: 12_000 };

/**
 * Opens one transaction and hands the database the session token as its first statement; `work` gets the actor as the
 * database sees it now. Throws SessionEndedError where the token names no live session.
 */
export function inContext<T>(token: string, work: (tx: Tx, actor: Actor, stale: boolean) => Promise<T>): Promise<T> {
  return clients().app.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ context: SessionContext | null }[]>`SELECT app.enter(${token}) AS context`;
    const context = rows[0]?.context ?? null;
    const actor = context && actorFrom(token, context);
    if (!context || !actor) throw new SessionEndedError();
    return work(tx, actor, context.stale);
  }, limits);
}
