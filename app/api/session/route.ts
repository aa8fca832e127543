import { cookies } from "next/headers";
import { findActor } from "@/lib/core/auth/require-actor";
import { SESSION_COOKIE, sessionTokenIn } from "@/lib/core/auth/session-cookie";
import { secondsLeft } from "@/lib/core/auth/sessions";

/** How long the session of this browser lasts if nobody touches it; asking does not prolong it. */
export async function GET(): Promise<Response> {
  return left();
}

/** Goes on with the session of this browser, and answers how long it lasts now. */
export async function POST(): Promise<Response> {
  await findActor();
  return left();
}

async function left(): Promise<Response> {
  const token = await sessionTokenIn((await cookies()).get(SESSION_COOKIE)?.value);
  const seconds = token ? await secondsLeft(token) : 0;
  return Response.json({ seconds }, { headers: { "Cache-Control": "no-store" } });
}
