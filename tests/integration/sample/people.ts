import type { Actor } from "@/lib/core/actor";
import { newToken } from "@/lib/core/auth/session-token";
import { openSessionByPassword } from "@/lib/core/auth/sign-in";
import { inContext } from "@/lib/core/db/context";
import { SAMPLE_PASSWORD } from "@/prisma/seed/accounts";

/** Signs a person of the sample in with the sample's password; the token of the session. */
export async function tokenOf(username: string): Promise<string> {
  const outcome = await openSessionByPassword({
    username,
    password: SAMPLE_PASSWORD,
    address: "127.0.0.1",
    userAgent: "",
    deviceToken: newToken(),
    keep: "shared",
  });
  if (outcome.kind !== "opened") throw new Error(`${username} could not sign in: ${outcome.kind}`);
  return outcome.token;
}

/** The person of the sample, signed in. */
export async function actorNamed(username: string): Promise<Actor> {
  return inContext(await tokenOf(username), async (_tx, actor) => actor);
}
