import "server-only";
import { actorFrom } from "@/lib/core/actor";
import { appendAudit } from "@/lib/core/audit";
import { deviceName } from "@/lib/core/auth/device-name";
import { forgetDevices, rememberDevice } from "@/lib/core/auth/known-devices";
import { hashCode } from "@/lib/core/auth/one-time-code";
import { hashPassword } from "@/lib/core/auth/password-hash";
import { passwordWords } from "@/lib/core/auth/password-words";
import { requireAdmission } from "@/lib/core/auth/require-admission";
import { endSessionsOf, type OpenedSession, openSession } from "@/lib/core/auth/sessions";
import { inSignIn } from "@/lib/core/auth/sign-in-transaction";
import { type Attempt, forgiveAttempt, unlockSubject } from "@/lib/core/auth/throttle";
import { workingRegister } from "@/lib/core/auth/working-register";
import type { Tx } from "@/lib/core/db/context";
import type { CodePurpose } from "@/lib/core/db/generated/enums";
import { DomainError, requireNoObstacle } from "@/lib/core/errors";
import { passwordObstacle, repetitionObstacle } from "@/lib/features/accounts/rules/passwords";
import type { RedeemInput, SetUpInput } from "@/lib/features/accounts/schema";

/** Where somebody stands who has no session yet. */
export type Doorstep = { readonly address: string; readonly userAgent: string; readonly deviceToken: string };

type Session = Pick<OpenedSession, "token" | "maxAge">;
type NewOwner = { username: string; displayName: string };

/**
 * Sets the own password with a code from an invitation or a reset and opens a session. Unknown name, wrong, used and expired
 * code are refused alike (RULE); so is a password that the rules do not allow, which leaves the code valid.
 */
export async function redeemCode(input: RedeemInput, at: Doorstep): Promise<Session> {
  const attempt = attemptOf(input.username, at);
  await requireAdmission(attempt);
  const code = await openCode(input.code, ["INVITE", "RESET"]);
  if (!code || code.account.username !== input.username) throw refusedCode();
  await forgiveAttempt(attempt);
  const session = await setPassword(code, input, code.account, at);
  await unlockSubject("sign-in", input.username);
  return session;
}

/** As `redeemCode`, for the first administrator and the first leader, who also choose their user name and name. */
export async function setUpAccount(input: SetUpInput, at: Doorstep): Promise<Session> {
  const attempt = attemptOf("set-up", at);
  await requireAdmission(attempt);
  const code = await openCode(input.code, ["SETUP_ADMIN", "SETUP_LEADER"]);
  if (!code) throw refusedCode();
  await forgiveAttempt(attempt);
  return setPassword(code, input, { username: input.username, displayName: input.displayName }, at);
}

const attemptOf = (subject: string, at: Doorstep): Attempt => ({
  place: "code",
  subject,
  address: at.address,
  knownDevice: null,
});
const refusedCode = () => new DomainError("RULE", "accounts.errors.codeRefused", {}, "code");

type OpenCode = { id: string; purpose: CodePurpose; account: NewOwner & { id: string } };

function openCode(typed: string, purposes: CodePurpose[]): Promise<OpenCode | null> {
  return inSignIn(async (tx) => {
    const code = await tx.oneTimeCode.findFirst({
      where: {
        codeHash: hashCode(typed),
        purpose: { in: purposes },
        usedAt: null,
        expiresAt: { gt: new Date() },
        account: { disabledAt: null },
      },
      select: { id: true, purpose: true, account: { select: { id: true, username: true, displayName: true } } },
    });
    return code?.account ? { ...code, account: code.account } : null;
  });
}

async function setPassword(
  code: OpenCode,
  input: { password: string; repeatedPassword: string },
  owner: NewOwner,
  at: Doorstep,
): Promise<Session> {
  const { account } = code;
  requireNoObstacle(repetitionObstacle(input.password, input.repeatedPassword));
  const around = await inSignIn((tx) => passwordWords(tx, account.id));
  requireNoObstacle(passwordObstacle(input.password, { username: owner.username, ...around }));
  const passwordHash = await hashPassword(input.password);

  return inSignIn(async (tx) => {
    const claimed = await tx.oneTimeCode.updateMany({
      where: { id: code.id, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (claimed.count === 0) throw refusedCode();
    const { username, displayName } = owner;
    await tx.account.updateMany({
      where: { id: account.id },
      data: { username, displayName, passwordHash, mustChangePassword: false, version: { increment: 1 } },
    });
    await endSessionsOf(tx, account.id, "PASSWORD_CHANGED");
    await forgetDevices(tx, account.id);
    return openAudited(tx, code, owner, at);
  });
}

async function openAudited(tx: Tx, code: OpenCode, owner: NewOwner, at: Doorstep): Promise<Session> {
  const { account, purpose } = code;
  const committeeId = await workingRegister(tx, account.id);
  if (!committeeId) throw refusedCode();
  const place = { address: at.address, device: deviceName(at.userAgent), keep: "shared" } as const;
  const { token, maxAge, context } = await openSession(tx, { accountId: account.id, committeeId }, place);
  const actor = actorFrom(token, context);
  if (!actor) throw refusedCode();
  await rememberDevice(tx, account.id, at.deviceToken);
  const { username, displayName } = owner;
  await appendAudit(tx, actor, {
    type: "accountPassword.set",
    subject: { kind: "account", id: account.id, name: displayName },
    params: { purpose },
    changes:
      username === account.username
        ? []
        : [
            {
              record: "Account",
              recordId: account.id,
              before: { username: account.username, displayName: account.displayName },
              after: { username, displayName },
            },
          ],
  });
  return { token, maxAge };
}
