import "server-only";
import { randomInt } from "node:crypto";
import { cache } from "react";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { requestedPath } from "@/lib/core/auth/request-facts";
import { findActor } from "@/lib/core/auth/require-actor";
import { inContext } from "@/lib/core/db/context";
import { DomainError, type RefusalCode } from "@/lib/core/errors";
import { report } from "@/lib/core/log";
import { readAs } from "@/lib/core/query";

/* Letters and digits that are not taken for one another when read out over the telephone. */
const LETTERS = "ABCDEFGHKLMNPRSTUVXY34679";
const LONGEST_PATH = 200;

/* A page reads several things at once: being refused all of them is one refusal. Nothing is kept outside of a page. */
const reasonsNoted = cache(() => new Set<RefusalCode>());

/**
 * Notes that somebody asked for what is not theirs, in the technical log and in the access log, where the administrator sees
 * who does so often; in both under the code that the refused page shows. Anything but NOT_FOUND and FORBIDDEN is no refusal
 * of access and passes unnoted.
 */
export async function noteRefusal(actor: Actor | null, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || !["NOT_FOUND", "FORBIDDEN"].includes(error.code)) return;
  const noted = reasonsNoted();
  if (noted.has(error.code)) return;
  noted.add(error.code);
  await note(actor, error.code, await pathAlone());
}

/**
 * The code under which it is noted that the signed-in person was just refused a page; an address without any page is noted
 * only now. Null for who is not signed in: there is nobody to note.
 */
export async function codeOfRefusedPage(status: 403 | 404, address: string): Promise<string | null> {
  const actor = await findActor();
  if (actor === null || actor.accountId === null) return null;
  const reason = status === 403 ? "FORBIDDEN" : "NOT_FOUND";
  const [path = ""] = address.split("?");
  const page = path.slice(0, LONGEST_PATH);
  const [noted] = await readAs(
    actor,
    (tx) => tx.$queryRaw<{ code: string }[]>`
      SELECT params ->> 'code' AS code FROM "AccessLog"
      WHERE "committeeId" = ${actor.committeeId}::uuid AND "accountId" = ${actor.accountId}::uuid
        AND type = 'access.refused' AND at > now() - interval '1 minute'
        AND params ->> 'reason' = ${reason} AND params ->> 'page' = ${page}
      ORDER BY at DESC LIMIT 1`,
  );
  return noted?.code ?? (await note(actor, reason, page));
}

/** The path of this request without what was asked there. */
export async function pathAlone(): Promise<string> {
  return (await requestedPath()).split("?", 1)[0] ?? "";
}

async function note(actor: Actor | null, reason: RefusalCode, path: string): Promise<string> {
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  report({ event: "access.refused", account: actor?.accountId ?? null, code, reason, path });
  const params = { code, reason, page: path.slice(0, LONGEST_PATH) };
  if (actor) await inContext(actor.sessionToken, (tx) => logAccess(tx, actor, { type: "access.refused", params }));
  return code;
}
