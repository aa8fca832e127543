import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/core/env";

/** The one cookie of a session: bound to this host and path, unreadable for scripts, sent over a secure channel only. */
export const SESSION_COOKIE = "__Host-sodb";

const LONGEST = 4096;

/** The session token inside a cookie's value, or null for anything that we did not write ourselves. Never throws. */
export async function sessionTokenIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie || cookie.length > LONGEST) return null;
  try {
    const claims = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: SESSION_COOKIE });
    return typeof claims?.session === "string" ? claims.session : null;
  } catch {
    return null;
  }
}
