import "server-only";
import { type Attempt, admitAttempt } from "@/lib/core/auth/throttle";
import { DomainError } from "@/lib/core/errors";

/** Passes when the secret may be looked at; otherwise refuses with RULE, saying how long to wait. */
export async function requireAdmission(attempt: Attempt): Promise<void> {
  const admission = await admitAttempt(attempt);
  if (admission.kind === "wait") throw new DomainError("RULE", "accounts.errors.wait", { seconds: admission.seconds });
  if (admission.kind === "locked")
    throw new DomainError("RULE", "accounts.errors.locked", { minutes: admission.minutes });
}
