import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/core/env";

/** The one cookie of a session: bound to this host and path, unreadable for scripts, sent over a secure channel only. */
export const SESSION_COOKIE = "__Host-sodb";

const LONGEST = 4096;
const COOKIES_KEPT = 1000;

/* Opening the seal derives a key each time; the token inside never changes, and the database says whether it is live. */
const opened = new Map<string, string>();

/** The session token inside a cookie's value, or null for anything that we did not write ourselves. Never throws. */
export async function sessionTokenIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie || cookie.length > LONGEST) return null;
  const known = opened.get(cookie);
  if (known !== undefined) return known;
  try {
    const claims = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
    if (typeof claims?.session !== "string") return null;
    if (opened.size >= COOKIES_KEPT) opened.clear();
    opened.set(cookie, claims.session);
    return claims.session;
  } catch {
    return null;
  }
}
