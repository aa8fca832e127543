import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import {
  afterAccountAttempt,
  afterAddressAttempt,
  LOCKED_SECONDS,
  WINDOW_SECONDS,
} from "@/lib/core/auth/throttle-steps";
import { openThrottlePool } from "@/lib/core/db/throttle-pool";
import { report } from "@/lib/core/log";

/** Every place that checks a secret counts on its own, so that a locked sign-in can still be helped by a code. */
export type SecretPlace = "sign-in" | "code" | "own-password";

/** Whose secret is tried: the name as it was typed, the address it comes from, and the known device, if it is one. */
export type Attempt = {
  readonly place: SecretPlace;
  readonly subject: string;
  readonly address: string;
  readonly knownDevice: string | null;
};

/** May the secret be looked at? If not, why and for how long. */
export type Admission =
  | { readonly kind: "admitted" }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "locked"; readonly minutes: number };

type Limiters = {
  pool: ReturnType<typeof openThrottlePool>;
  attempts: RateLimiterPostgres;
  pauses: RateLimiterPostgres;
};
const held = globalThis as typeof globalThis & { sodbThrottle?: Limiters };

/* A store that cannot be reached refuses: nobody gets in unthrottled. */
function limiters(): Limiters {
  if (held.sodbThrottle) return held.sodbThrottle;
  const pool = openThrottlePool();
  const store = { storeClient: pool, storeType: "pool", tableName: "SignInThrottle", tableCreated: true } as const;
  held.sodbThrottle = {
    pool,
    attempts: new RateLimiterPostgres({ ...store, keyPrefix: "try", points: 1_000_000, duration: WINDOW_SECONDS }),
    pauses: new RateLimiterPostgres({ ...store, keyPrefix: "pause", points: 1, duration: WINDOW_SECONDS }),
  };
  return held.sodbThrottle;
}

/** Closes the throttle's connections; the next attempt opens new ones. */
export async function disconnectThrottle(): Promise<void> {
  const open = held.sodbThrottle;
  held.sodbThrottle = undefined;
  await open?.pool.end();
}

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
const subjectKey = ({ place, subject, knownDevice }: Attempt) =>
  knownDevice ? `${place}:device:${digest(knownDevice)}` : `${place}:${digest(subject)}`;
const addressKey = ({ address }: Attempt) => `address:${digest(address)}`;

async function secondsLeft(key: string): Promise<number> {
  const pause = await limiters().pauses.get(key);
  return pause ? Math.ceil(pause.msBeforeNext / 1000) : 0;
}

const LONGEST_SLOWING = 3;

/**
 * Counts an attempt before the secret is looked at, so that many at once are counted too. A known device has a count of its
 * own: nobody else's failures keep its owner out, and from a slowed address it waits a moment instead of being sent away.
 */
export async function admitAttempt(attempt: Attempt): Promise<Admission> {
  const admission = await judge(attempt);
  const { place, address } = attempt;
  if (admission.kind !== "admitted") report({ event: "secret.throttled", place, kind: admission.kind, address });
  return admission;
}

async function judge(attempt: Attempt): Promise<Admission> {
  const subject = subjectKey(attempt);
  const address = addressKey(attempt);
  const [own, shared] = await Promise.all([secondsLeft(subject), secondsLeft(address)]);
  if (own > LOCKED_SECONDS.threshold) return { kind: "locked", minutes: Math.ceil(own / 60) };
  if (own > 0) return { kind: "wait", seconds: own };
  if (shared > 0 && !attempt.knownDevice) return { kind: "wait", seconds: shared };
  if (shared > 0) await sleep(Math.min(shared, LONGEST_SLOWING) * 1000);

  const { attempts, pauses } = limiters();
  const [ownCount, sharedCount] = await Promise.all([attempts.consume(subject), attempts.consume(address)]);
  const step = afterAccountAttempt(ownCount.consumedPoints);
  if (step.pauseSeconds > 0) await pauses.block(subject, step.pauseSeconds);
  const addressPause = afterAddressAttempt(sharedCount.consumedPoints);
  if (addressPause > 0) await pauses.block(address, addressPause);
  if (!step.admitted) return { kind: "locked", minutes: Math.ceil(step.pauseSeconds / 60) };
  return { kind: "admitted" };
}

/** The secret was right: the subject's failures are forgotten, and the address gets its attempt back. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const { attempts, pauses } = limiters();
  const subject = subjectKey(attempt);
  await Promise.all([attempts.delete(subject), pauses.delete(subject), attempts.reward(addressKey(attempt))]);
}

/** A code was redeemed for this name: it may sign in again at once. */
export async function unlockSubject(place: SecretPlace, subject: string): Promise<void> {
  const key = subjectKey({ place, subject, address: "", knownDevice: null });
  await Promise.all([limiters().attempts.delete(key), limiters().pauses.delete(key)]);
}
