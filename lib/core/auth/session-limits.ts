const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How many sessions one account may have at a time; the oldest gives way. */
export const SESSIONS_PER_ACCOUNT = 3;

/** How long a session lasts without use, and at the longest, in seconds. */
export type SessionLimits = { readonly idleSeconds: number; readonly absoluteSeconds: number };

/**
 * The limits for somebody with these rights: an administrator's session ends sooner; a branch secretary without any other
 * right may keep the own device signed in for 30 days.
 */
export function sessionLimits(rights: string, device: "shared" | "own"): SessionLimits {
  if (device === "own" && /^[BC]+$/.test(rights) && rights.includes("B")) {
    return { idleSeconds: 30 * DAY, absoluteSeconds: 30 * DAY };
  }
  return { idleSeconds: rights.includes("A") ? 15 * MINUTE : 30 * MINUTE, absoluteSeconds: 10 * HOUR };
}
