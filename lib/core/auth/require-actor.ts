import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/core/actor";
import { requestedPath } from "@/lib/core/auth/request-facts";
import { SESSION_COOKIE, sessionTokenIn } from "@/lib/core/auth/session-cookie";
import { touchSession } from "@/lib/core/auth/sessions";
import { inReading } from "@/lib/core/db/context";
import { SessionEndedError } from "@/lib/core/errors";

/** The actor of a live session token, marking the session as in use; null where the session has ended. */
export async function actorOf(token: string): Promise<Actor | null> {
  try {
    const { actor, stale } = await inReading(token, async (_tx, actor, stale) => ({ actor, stale }));
    if (stale) await touchSession(token);
    return actor;
  } catch (error) {
    if (error instanceof SessionEndedError) return null;
    throw error;
  }
}

/** Who is asking, looked up once per request, also while a new password is still due; null without a live session. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionTokenIn((await cookies()).get(SESSION_COOKIE)?.value);
  return token ? actorOf(token) : null;
});

/** Where to sign in and come back from. */
export async function signInPath(): Promise<string> {
  const path = await requestedPath();
  return path === "/" ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(path)}`;
}

/**
 * Who is asking, for pages and actions. Without a live session the browser is sent to the sign-in page and back afterwards;
 * with a password that has to be replaced first, to the page for that.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(await signInPath());
  if (actor.mustChangePassword) redirect("/set-password");
  return actor;
}
