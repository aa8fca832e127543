import "server-only";
import { type Attempt, admitAttempt } from "@/lib/core/auth/throttle";
import { DomainError } from "@/lib/core/errors";

/** Passes when the secret may be looked at; otherwise refuses with RULE, beside the field where one is named, saying how long to wait. */
export async function requireAdmission(attempt: Attempt, field?: string): Promise<void> {
  const admission = await admitAttempt(attempt);
  if (admission.kind === "wait") {
    throw new DomainError("RULE", "refusals.secret.wait", { seconds: admission.seconds }, field);
  }
  if (admission.kind === "locked") {
    throw new DomainError("RULE", "refusals.secret.locked", { minutes: admission.minutes }, field);
  }
}
