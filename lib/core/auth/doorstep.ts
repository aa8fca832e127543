import "server-only";
import { giveSessionCookie } from "@/lib/core/auth/config";
import { deviceToken, keepDeviceToken } from "@/lib/core/auth/device-cookie";
import { requestAddress, requestUserAgent } from "@/lib/core/auth/request-facts";
import { findKeptPreferences, setPreferenceCookies } from "@/lib/core/i18n/kept-preferences";
import { localPathOr } from "@/lib/core/local-path";

/** Where the person stands who sent this request and has no session yet. */
export async function standingAt(): Promise<{ address: string; userAgent: string; deviceToken: string }> {
  const [address, userAgent, device] = await Promise.all([requestAddress(), requestUserAgent(), deviceToken()]);
  return { address, userAgent, deviceToken: device };
}

/** Lets the browser in with a session that was just opened, knows it again next time, and shows pages as the person likes them. */
export async function letIn(session: { token: string; maxAge: number }, device: string): Promise<void> {
  await giveSessionCookie(session.token, session.maxAge);
  await keepDeviceToken(device);
  await setPreferenceCookies(await findKeptPreferences(session.token));
}

/** The page of this product that was asked for before signing in; the first one for anything else. */
export function pageAfterSignIn(returnTo: string | undefined): string {
  const path = localPathOr(returnTo, "/");
  if (/^\/(%5c|%2f)/i.test(path)) return "/";
  return /^\/(sign-in|sign-out|redeem|set-up|set-password)(\/|\?|$)/.test(path) ? "/" : path;
}
