import "server-only";
import { randomUUID } from "node:crypto";
import type { SessionContext } from "@/lib/core/actor";
import { SESSIONS_PER_ACCOUNT, sessionLimits } from "@/lib/core/auth/session-limits";
import { hashToken, newToken } from "@/lib/core/auth/session-token";
import { clients } from "@/lib/core/db/clients";
import type { Tx } from "@/lib/core/db/context";
import type { SessionEnd } from "@/lib/core/db/generated/enums";

/** Where a session is opened from. */
export type SessionPlace = { readonly address: string; readonly device: string; readonly keep: "shared" | "own" };

/** An opened session: the secret for the cookie, how long the cookie may live, and what the session may do. */
export type OpenedSession = {
  readonly token: string;
  readonly maxAge: number;
  readonly context: SessionContext;
};

const live = (now: Date) => ({ endedAt: null, expiresAt: { gt: now } });

/**
 * Opens a session of the account in the register, with limits by its rights, and ends the oldest beyond the allowed number.
 * The transaction is in the new session's context afterwards.
 */
export async function openSession(
  tx: Tx,
  { accountId, committeeId }: { accountId: string; committeeId: string },
  place: SessionPlace,
): Promise<OpenedSession> {
  await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`;
  await endOldest(tx, accountId);

  const token = newToken();
  const id = randomUUID();
  const least = sessionLimits("A", "shared");
  await tx.session.create({
    data: {
      id,
      tokenHash: hashToken(token),
      accountId,
      committeeId,
      address: place.address,
      device: place.device,
      idleSeconds: least.idleSeconds,
      expiresAt: new Date(Date.now() + least.absoluteSeconds * 1000),
    },
    select: { id: true },
  });
  const rows = await tx.$queryRaw<{ context: SessionContext | null }[]>`SELECT app.enter(${token}) AS context`;
  const context = rows[0]?.context;
  if (!context) throw new Error("a session that was just opened is not live");

  const limits = sessionLimits(context.rights, place.keep);
  await tx.$executeRaw`
    UPDATE "Session" SET "idleSeconds" = ${limits.idleSeconds},
      "expiresAt" = now() + make_interval(secs => ${limits.absoluteSeconds}) WHERE id = ${id}::uuid`;
  return { token, maxAge: limits.absoluteSeconds, context };
}

async function endOldest(tx: Tx, accountId: string): Promise<void> {
  const now = new Date();
  const open = await tx.session.findMany({
    where: { accountId, ...live(now) },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true },
  });
  const tooMany = open.slice(SESSIONS_PER_ACCOUNT - 1).map(({ id }) => id);
  if (tooMany.length === 0) return;
  await tx.session.updateMany({ where: { id: { in: tooMany } }, data: { endedAt: now, endReason: "REPLACED" } });
}

/** Ends every session of the account, or all but one, within the running transaction of either role. */
export async function endSessionsOf(
  tx: Tx,
  accountId: string,
  endReason: SessionEnd,
  exceptId?: string,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { accountId, endedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { endedAt: new Date(), endReason },
  });
  return count;
}

/** Ends the session of a token, if it is still open. */
export async function endSession(token: string, endReason: SessionEnd): Promise<void> {
  await clients().signIn.session.updateMany({
    where: { tokenHash: hashToken(token), endedAt: null },
    data: { endedAt: new Date(), endReason },
  });
}

/** Notes that a live session is in use, so that its idle time starts again. */
export async function touchSession(token: string): Promise<void> {
  await clients().signIn.$executeRaw`
    UPDATE "Session" SET "lastSeenAt" = now() WHERE "tokenHash" = ${hashToken(token)} AND "endedAt" IS NULL
      AND "expiresAt" > now() AND "lastSeenAt" + make_interval(secs => "idleSeconds") > now()`;
}

/** How many seconds a session lasts if it is not used again; 0 where it has ended. Asking is no use of it. */
export async function secondsLeft(token: string): Promise<number> {
  const rows = await clients().signIn.$queryRaw<{ left: number }[]>`
    SELECT greatest(0, extract(epoch FROM
        least("expiresAt", "lastSeenAt" + make_interval(secs => "idleSeconds")) - now()))::int AS left
      FROM "Session" WHERE "tokenHash" = ${hashToken(token)} AND "endedAt" IS NULL`;
  return rows[0]?.left ?? 0;
}

/** The account of a live session, or null. */
export async function accountOfSession(token: string): Promise<string | null> {
  const rows = await clients().signIn.$queryRaw<{ accountId: string | null }[]>`
    SELECT s."accountId" FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
      WHERE s."tokenHash" = ${hashToken(token)} AND s.kind = 'PERSON' AND s."endedAt" IS NULL AND s."expiresAt" > now()
        AND s."lastSeenAt" + make_interval(secs => s."idleSeconds") > now() AND a."disabledAt" IS NULL`;
  return rows[0]?.accountId ?? null;
}

/** Why the session of a token ended: a stored reason, EXPIRED, or null where it is live or unknown. */
export async function endOfSession(token: string): Promise<SessionEnd | "EXPIRED" | null> {
  const session = await clients().signIn.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { endedAt: true, endReason: true, expiresAt: true, lastSeenAt: true, idleSeconds: true },
  });
  if (!session) return null;
  if (session.endedAt) return session.endReason;
  const idleEnd = session.lastSeenAt.getTime() + session.idleSeconds * 1000;
  return Math.min(idleEnd, session.expiresAt.getTime()) <= Date.now() ? "EXPIRED" : null;
}
