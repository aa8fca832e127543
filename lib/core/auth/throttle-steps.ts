/** Failures are counted over this time. */
export const WINDOW_SECONDS = 15 * 60;

/** How long an account stays locked; `threshold` tells a lock from a pause between two attempts. */
export const LOCKED_SECONDS = { length: 60 * 60, threshold: 60 } as const;

const FREE_ATTEMPTS = 5;
const LAST_ATTEMPT = 10;
const FREE_PER_ADDRESS = 30;
const LONGEST_PAUSE = 60;

/**
 * What the n-th attempt on one name within the window brings: from the fifth on a pause of 1, 2, 4 … seconds, at most 60,
 * before the next one; with the tenth the name is locked for an hour or until a one-time code is redeemed.
 */
export function afterAccountAttempt(n: number): { admitted: boolean; pauseSeconds: number } {
  if (n >= LAST_ATTEMPT) return { admitted: n === LAST_ATTEMPT, pauseSeconds: LOCKED_SECONDS.length };
  if (n < FREE_ATTEMPTS) return { admitted: true, pauseSeconds: 0 };
  return { admitted: true, pauseSeconds: Math.min(2 ** (n - FREE_ATTEMPTS), LONGEST_PAUSE) };
}

/** The pause that the n-th attempt from one address within the window brings for everybody there, in seconds. */
export function afterAddressAttempt(n: number): number {
  if (n < FREE_PER_ADDRESS) return 0;
  return Math.min(2 ** (n - FREE_PER_ADDRESS), LONGEST_PAUSE);
}
