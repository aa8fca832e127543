import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { requestedPath } from "@/lib/core/auth/request-facts";
import { inContext } from "@/lib/core/db/context";
import { DomainError } from "@/lib/core/errors";
import { report } from "@/lib/core/log";

/**
 * Notes that somebody asked for what is not theirs, in the technical log and, by code alone, in the access log, where the
 * administrator sees who does so often. Anything but NOT_FOUND and FORBIDDEN is no refusal of access and passes unnoted.
 */
export async function noteRefusal(actor: Actor | null, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || !["NOT_FOUND", "FORBIDDEN"].includes(error.code)) return;
  const { code } = error;
  report({ event: "access.refused", account: actor?.accountId ?? null, code, path: await pathAlone() });
  if (actor)
    await inContext(actor.sessionToken, (tx) => logAccess(tx, actor, { type: "access.refused", params: { code } }));
}

/** The path of this request without what was asked there. */
export async function pathAlone(): Promise<string> {
  return (await requestedPath()).split("?", 1)[0] ?? "";
}
