import type { Page } from "@playwright/test";
import { ownerRows, sessionOf } from "./database";
import { type Person, signIn, stateOf } from "./people";

/** A test begins with at least so long a session before it, in seconds. */
const ENOUGH = 5 * 60;

/**
 * Who signed in at the start of the run and then left the session unused until its idle time is over, or nearly,
 * signs in anew, as anybody would. A session that ended for another reason is not replaced: that is a fault to be seen.
 */
export async function staySignedIn(page: Page, person: Person): Promise<void> {
  const [session] = await ownerRows<{ left: number }>(
    `SELECT extract(epoch FROM "lastSeenAt" + make_interval(secs => "idleSeconds") - now())::int AS left
       FROM "Session" WHERE id = $1 AND "endedAt" IS NULL`,
    [await sessionOf(page)],
  );
  if (!session || session.left >= ENOUGH) return;
  await page.context().clearCookies({ name: /sodb/ });
  await signIn(page, person);
  await page.context().storageState({ path: stateOf(person) });
}
