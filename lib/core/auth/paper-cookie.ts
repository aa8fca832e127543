import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/core/env";

const PAPER_COOKIE = "__Host-sodb-paper";
const QUARTER_HOUR = 15 * 60;

const paper = z.object({ sessionId: z.uuid(), accountId: z.uuid(), code: z.string(), expiresAt: z.coerce.date() });

/** A code that was just issued, on its way to the page that prints it. */
export type Paper = z.output<typeof paper>;

/** Carries a code, encrypted, to the printing page of the same session, for a quarter of an hour. */
export async function keepPaper(given: Paper): Promise<void> {
  const token = { ...given, expiresAt: given.expiresAt.toISOString() };
  const sealed = await encode({ token, secret: env().AUTH_SECRET, salt: PAPER_COOKIE, maxAge: QUARTER_HOUR });
  (await cookies()).set(PAPER_COOKIE, sealed, {
    httpOnly: true,
    secure: true,
    sameSite: "strict",
    path: "/",
    maxAge: QUARTER_HOUR,
  });
}

/** The code that this session has just issued for the account, or null. */
export async function paperFor(accountId: string, sessionId: string): Promise<Paper | null> {
  const sealed = (await cookies()).get(PAPER_COOKIE)?.value;
  if (!sealed) return null;
  const opened = await decode({ token: sealed, secret: env().AUTH_SECRET, salt: PAPER_COOKIE }).catch(() => null);
  const parsed = paper.safeParse(opened);
  return parsed.success && parsed.data.accountId === accountId && parsed.data.sessionId === sessionId
    ? parsed.data
    : null;
}
