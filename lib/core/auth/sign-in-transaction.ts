import "server-only";
import { clients } from "@/lib/core/db/clients";
import type { Tx } from "@/lib/core/db/context";
import { refusalFrom } from "@/lib/core/db/refusal";

/* Longer than the database's own transaction timeout, so that the database decides the outcome. */
const limits = { maxWait: 10_000, timeout: 12_000 };

/**
 * One transaction of the sign-in role, which knows accounts, sessions, codes and devices, and nothing of any register.
 * Constraint violations come back as DomainErrors.
 */
export async function inSignIn<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await clients().signIn.$transaction(work, limits);
  } catch (error) {
    throw refusalFrom(error) ?? error;
  }
}
