import "server-only";
import { cookies } from "next/headers";
import { newToken } from "@/lib/core/auth/session-token";

const DEVICE_COOKIE = "__Host-sodb-device";
const ONE_YEAR = 365 * 24 * 60 * 60;

/** The secret by which this browser is known again; a new one, not yet kept, where it has none. */
export async function deviceToken(): Promise<string> {
  const value = (await cookies()).get(DEVICE_COOKIE)?.value;
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : newToken();
}

/** Keeps the browser's secret for another year. */
export async function keepDeviceToken(token: string): Promise<void> {
  (await cookies()).set(DEVICE_COOKIE, token, {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: ONE_YEAR,
  });
}
