import { cookies } from "next/headers";
import { SESSION_COOKIE, sessionTokenIn } from "@/lib/core/auth/session-cookie";
import { endSession } from "@/lib/core/auth/sessions";
import { env } from "@/lib/core/env";

/** Ends the session, takes the cookie away and has the browser forget what it kept. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("origin") !== new URL(env().APP_URL).origin) return new Response(null, { status: 403 });

  const jar = await cookies();
  const token = await sessionTokenIn(jar.get(SESSION_COOKIE)?.value);
  if (token) await endSession(token, "SIGNED_OUT");
  jar.set(SESSION_COOKIE, "", { httpOnly: true, secure: true, sameSite: "lax", path: "/", maxAge: 0 });
  return new Response(null, {
    status: 303,
    headers: {
      Location: "/sign-in?signedOut=yes",
      "Clear-Site-Data": '"cache", "storage"',
      "Cache-Control": "no-store",
    },
  });
}
