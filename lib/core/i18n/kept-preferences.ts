import "server-only";
import { cookies } from "next/headers";
import type { Actor } from "@/lib/core/actor";
import { hashToken } from "@/lib/core/auth/session-token";
import { clients } from "@/lib/core/db/clients";
import { inContextAside } from "@/lib/core/db/context";
import { env } from "@/lib/core/env";
import { type ChosenPreferences, preferenceCookiesOf } from "@/lib/core/i18n/preferences";

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Puts the preferences into the browser's cookies for a year. */
export async function setPreferenceCookies(chosen: ChosenPreferences): Promise<void> {
  const jar = await cookies();
  const secure = env().APP_URL.startsWith("https:");
  for (const { cookie, value } of preferenceCookiesOf(chosen)) {
    jar.set(cookie, value, { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: ONE_YEAR });
  }
}

/** Keeps with the account what its person has chosen, beside what was kept before. How pages look is no record: no audit. */
export async function keepPreferences(actor: Actor, chosen: ChosenPreferences): Promise<void> {
  const { accountId } = actor;
  if (accountId === null || Object.keys(chosen).length === 0) return;
  await inContextAside(actor.sessionToken, (tx) =>
    tx.accountPreference.upsert({
      where: { accountId },
      create: { accountId, ...chosen },
      update: chosen,
      select: { accountId: true },
    }),
  );
}

/** What the account of a session has kept; empty where it has kept nothing. */
export async function findKeptPreferences(token: string): Promise<ChosenPreferences> {
  const kept = await clients().signIn.accountPreference.findFirst({
    where: { account: { sessions: { some: { tokenHash: hashToken(token) } } } },
    select: { locale: true, textSize: true, theme: true, shortcuts: true, columns: true },
  });
  const chosen = Object.entries(kept ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(chosen);
}
