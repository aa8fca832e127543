import "server-only";
import type { Actor } from "@/lib/core/actor";
import { verifyPassword } from "@/lib/core/auth/password-hash";
import { requireAdmission } from "@/lib/core/auth/require-admission";
import { inSignIn } from "@/lib/core/auth/sign-in-transaction";
import { type Attempt, forgiveAttempt } from "@/lib/core/auth/throttle";
import type { CommandContext } from "@/lib/core/command";
import { DomainError } from "@/lib/core/errors";
import { PASSWORD_AGAIN } from "@/lib/core/form-input";

/**
 * Passes where this session's password was given within the last ten minutes; otherwise refuses with RULE, which makes the
 * form ask for it. For what is confirmed, granted or taken away. Work without a person has no password to give.
 */
export async function requireRecentPassword({ tx, actor }: Pick<CommandContext, "tx" | "actor">): Promise<void> {
  if (actor.accountId === null) return;
  const [session] = await tx.$queryRaw<{ isRecent: boolean }[]>`
    SELECT "passwordGivenAt" > now() - interval '10 minutes' AS "isRecent" FROM "Session"
      WHERE id = ${actor.sessionId}::uuid`;
  if (!session?.isRecent) throw new DomainError("RULE", "refusals.secret.again", {}, PASSWORD_AGAIN);
}

/** Takes the own password typed once more and notes the moment on the session. Throttled; refuses a wrong one with RULE. */
export async function givePasswordAgain(actor: Actor, password: string, address: string): Promise<void> {
  const { accountId } = actor;
  if (accountId === null) return;
  const attempt: Attempt = { place: "own-password", subject: actor.username, address, knownDevice: null };
  await requireAdmission(attempt, PASSWORD_AGAIN);
  const account = await inSignIn((tx) =>
    tx.account.findUnique({ where: { id: accountId }, select: { passwordHash: true } }),
  );
  if (!(await verifyPassword(password, account?.passwordHash ?? null))) {
    throw new DomainError("RULE", "refusals.secret.wrong", {}, PASSWORD_AGAIN);
  }
  await forgiveAttempt(attempt);
  await inSignIn(
    (tx) => tx.$executeRaw`
    UPDATE "Session" SET "passwordGivenAt" = now() WHERE id = ${actor.sessionId}::uuid AND "endedAt" IS NULL`,
  );
}
