import "server-only";
import { randomInt } from "node:crypto";
import { logAccess } from "@/lib/core/audit";
import { findActor } from "@/lib/core/auth/require-actor";
import { readAndLog } from "@/lib/core/query";

/* Letters and digits that are not taken for one another when read out over the telephone. */
const LETTERS = "ABCDEFGHKLMNPRSTUVXY34679";

/**
 * Notes in the access log that a signed-in person was refused a page, and gives the code under which it stands there. Null
 * for who is not signed in: there is nobody to note.
 */
export async function noteRefusedPage(status: 403 | 404, page: string): Promise<string | null> {
  const actor = await findActor();
  if (actor === null || actor.accountId === null) return null;
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const [path = ""] = page.split("?");
  await readAndLog(actor, (tx) =>
    logAccess(tx, actor, { type: "page.refused", params: { code, status, page: path.slice(0, 200) } }),
  );
  return code;
}
