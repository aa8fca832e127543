import "server-only";
import type { Actor } from "@/lib/core/actor";
import { hashPassword, verifyPassword } from "@/lib/core/auth/password-hash";
import { passwordWords } from "@/lib/core/auth/password-words";
import { requireAdmission } from "@/lib/core/auth/require-admission";
import { endSessionsOf, type OpenedSession, openSession, type SessionPlace } from "@/lib/core/auth/sessions";
import { inSignIn } from "@/lib/core/auth/sign-in-transaction";
import { type Attempt, forgiveAttempt } from "@/lib/core/auth/throttle";
import { runCommand } from "@/lib/core/command";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { passwordObstacle, repetitionObstacle } from "@/lib/features/accounts/rules/passwords";
import type { ChangePasswordInput } from "@/lib/features/accounts/schema";

/**
 * Replaces the own password. Every session of the account ends, the one in use too; what comes back is the new one that takes
 * its place. Refuses a wrong current password and a new one that the rules do not allow (RULE).
 */
export async function changeOwnPassword(
  actor: Actor,
  input: ChangePasswordInput,
  place: Omit<SessionPlace, "keep">,
): Promise<Pick<OpenedSession, "token" | "maxAge">> {
  const { accountId, committeeId } = actor;
  if (!accountId) throw notFound();
  const passwordHash = await newHash(accountId, input, place.address);

  // No form key and no input: not even a hash of a password may reach the receipts.
  await runCommand(actor, { command: "changeOwnPassword", input: null }, async ({ tx, audit }) => {
    await tx.account.updateMany({
      where: { id: accountId },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
    });
    const count = await endSessionsOf(tx, accountId, "PASSWORD_CHANGED");
    audit({
      type: "accountPassword.set",
      subject: { kind: "account", id: accountId, name: actor.displayName },
      params: { endedSessions: count },
      changes: [],
    });
    return { id: accountId };
  });
  return inSignIn((tx) => openSession(tx, { accountId, committeeId }, { ...place, keep: "shared" }));
}

async function newHash(accountId: string, input: ChangePasswordInput, address: string): Promise<string> {
  const { username, hash, around } = await inSignIn(async (tx) => {
    const found = await tx.account.findUnique({
      where: { id: accountId },
      select: { username: true, passwordHash: true },
    });
    if (!found) throw notFound();
    return { username: found.username, hash: found.passwordHash, around: await passwordWords(tx, accountId) };
  });
  const attempt: Attempt = { place: "own-password", subject: username, address, knownDevice: null };
  await requireAdmission(attempt);
  if (!(await verifyPassword(input.currentPassword, hash))) {
    throw new DomainError("RULE", "accounts.errors.currentPassword", {}, "currentPassword");
  }
  await forgiveAttempt(attempt);
  requireNoObstacle(repetitionObstacle(input.password, input.repeatedPassword));
  requireNoObstacle(passwordObstacle(input.password, { username, ...around }));
  return hashPassword(input.password);
}
