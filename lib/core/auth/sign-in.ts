import "server-only";
import { randomUUID } from "node:crypto";
import { deviceName } from "@/lib/core/auth/device-name";
import { knownDevice, rememberDevice } from "@/lib/core/auth/known-devices";
import { hashPassword, needsNewHash, verifyPassword } from "@/lib/core/auth/password-hash";
import { openSession } from "@/lib/core/auth/sessions";
import { inSignIn } from "@/lib/core/auth/sign-in-transaction";
import { type Admission, type Attempt, admitAttempt, forgiveAttempt } from "@/lib/core/auth/throttle";
import { workingRegister } from "@/lib/core/auth/working-register";
import { clients } from "@/lib/core/db/clients";
import { report } from "@/lib/core/log";
import { cleanText } from "@/lib/core/text/clean";

/** Somebody at the door. `ownDevice` is the wish to stay signed in; only branch secretaries are granted it. */
export type SignInRequest = {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
  readonly deviceToken: string;
  readonly keep: "shared" | "own";
};

/** `refused` stands for an unknown name, a wrong password and a disabled account alike. */
export type SignInOutcome =
  | { readonly kind: "opened"; readonly token: string; readonly maxAge: number }
  | { readonly kind: "refused" }
  | { readonly kind: "noRegister" }
  | Exclude<Admission, { kind: "admitted" }>;

const LONGEST_PASSWORD = 1024;

/** The name as it is looked up, without what cannot be seen: nothing but lower-case ASCII can match. */
export function foldUsername(typed: string): string {
  return cleanText(typed).text.toLowerCase().slice(0, 100);
}

/**
 * Throttle, account, password, session: in this order, with the same work for a name that does not exist. Only the name and
 * the password are looked at, never anything of a member's record.
 */
export async function openSessionByPassword(request: SignInRequest): Promise<SignInOutcome> {
  const username = foldUsername(request.username);
  const account = await clients().signIn.account.findUnique({
    where: { username },
    select: { id: true, displayName: true, passwordHash: true, disabledAt: true },
  });
  const device = await knownDevice(account?.id ?? null, request.deviceToken);
  const attempt: Attempt = { place: "sign-in", subject: username, address: request.address, knownDevice: device };
  const admission = await admitAttempt(attempt);
  if (admission.kind !== "admitted") return admission;

  const usable = account && !account.disabledAt && request.password.length <= LONGEST_PASSWORD;
  const right = await verifyPassword(request.password.slice(0, LONGEST_PASSWORD), usable ? account.passwordHash : null);
  if (!account || !usable || !right) {
    await noteRefusal(account ?? nobody, request);
    return { kind: "refused" };
  }
  await forgiveAttempt(attempt);
  const newHash = needsNewHash(account.passwordHash ?? "") ? await hashPassword(request.password) : null;

  return inSignIn(async (tx): Promise<SignInOutcome> => {
    const committeeId = await workingRegister(tx, account.id);
    if (!committeeId) return { kind: "noRegister" };
    const place = { address: request.address, device: deviceName(request.userAgent), keep: request.keep };
    const { token, maxAge, context } = await openSession(tx, { accountId: account.id, committeeId }, place);
    if (newHash) {
      await tx.account.updateMany({
        where: { id: account.id, passwordHash: account.passwordHash },
        data: { passwordHash: newHash },
      });
    }
    await rememberDevice(tx, account.id, request.deviceToken);
    await note(tx, committeeId, account, "session.opened", { sessionId: context.sessionId, address: request.address });
    report({ event: "signIn.opened", account: account.id, address: request.address });
    return { kind: "opened", token, maxAge };
  });
}

type Known = { id: string; displayName: string };

/* A name that does not exist costs the same look-up. */
const nobody: Known = { id: "00000000-0000-0000-0000-000000000000", displayName: "" };

async function noteRefusal(account: Known, request: SignInRequest): Promise<void> {
  report({ event: "signIn.refused", account: account === nobody ? null : account.id, address: request.address });
  await inSignIn(async (tx) => {
    const committeeId = await workingRegister(tx, account.id);
    if (committeeId) await note(tx, committeeId, account, "session.refused", { address: request.address });
  });
}

async function note(
  tx: Parameters<Parameters<typeof inSignIn>[0]>[0],
  committeeId: string,
  account: Known,
  type: "session.opened" | "session.refused",
  params: Record<string, string>,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "AccessLog" ("committeeId", id, "accountId", "actorName", type, "subjectId", params)
      VALUES (${committeeId}::uuid, ${randomUUID()}::uuid, ${account.id}::uuid, ${account.displayName}, ${type},
        ${account.id}::uuid, ${JSON.stringify(params)}::jsonb)`;
}
