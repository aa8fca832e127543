import "server-only";
import type { Actor } from "@/lib/core/actor";
import { newCode } from "@/lib/core/auth/one-time-code";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { endSessionsOf } from "@/lib/core/auth/sessions";
import { type CommandContext, type FormSending, runCommand, runCommandAside } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { accountSubject, loadAccount, loadHolders } from "@/lib/features/accounts/commands/load-account";
import { type IssuedCode, writeCode } from "@/lib/features/accounts/commands/write-code";
import { canKeepAccount } from "@/lib/features/accounts/policy";
import { grantState, lastHolderObstacle, ownAccountObstacle } from "@/lib/features/accounts/rules/rights";
import type { AccountInput, EndSessionsInput } from "@/lib/features/accounts/schema";

async function loadToKeep(context: CommandContext, accountId: string) {
  const account = await loadAccount(context, accountId);
  authorize(canKeepAccount(context.actor));
  requireNoObstacle(ownAccountObstacle(context.actor.accountId, account.id));
  return account;
}

type AccountData = { disabledAt?: Date | null; passwordHash?: null; mustChangePassword?: boolean };

async function writeAccount({ tx }: CommandContext, input: AccountInput, data: AccountData): Promise<void> {
  const written = await tx.account.updateMany({
    where: { id: input.accountId, version: input.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

/** Shuts the account: its sessions end, nobody signs in. Refuses the own one, the last administrator and leader (RULE). */
export function disableAccount(actor: Actor, input: AccountInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "disableAccount", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const account = await loadToKeep(context, input.accountId);
    if (account.disabledAt) throw new DomainError("RULE", "accounts.errors.alreadyDisabled");
    const held = account.grants.filter((grant) => grantState(grant, today) === "IN_FORCE").map(({ role }) => role);
    const { grants, accounts } = await loadHolders(tx, actor.committeeId);
    requireNoObstacle(lastHolderObstacle({ accountId: account.id, roles: held }, grants, accounts, today));

    await writeAccount(context, input, { disabledAt: new Date() });
    await endSessionsOf(tx, account.id, "ENDED_BY_OTHER");
    audit({
      type: "account.disabled",
      subject: accountSubject(account),
      changes: [{ record: "Account", recordId: account.id, before: { disabled: false }, after: { disabled: true } }],
    });
    return { id: account.id };
  });
}

/** Opens a disabled account again, with the rights whose days have not passed. */
export function enableAccount(actor: Actor, input: AccountInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "enableAccount", input, ...sending }, async (context) => {
    const account = await loadToKeep(context, input.accountId);
    if (!account.disabledAt) throw new DomainError("RULE", "accounts.errors.notDisabled");
    await writeAccount(context, input, { disabledAt: null });
    context.audit({
      type: "account.enabled",
      subject: accountSubject(account),
      changes: [{ record: "Account", recordId: account.id, before: { disabled: true }, after: { disabled: false } }],
    });
    return { id: account.id };
  });
}

/**
 * Takes the password away and issues a code by which the owner sets a new one: valid 24 hours, or seven days for somebody
 * who has never signed in. The code is returned once: a repeated sending gets the id and no code. Asks for the password
 * again. Goes on while a restored state waits to be accepted: the passwords in it are those of an earlier day.
 */
export async function issueReset(
  actor: Actor,
  input: AccountInput,
  sending: FormSending = {},
): Promise<{ id: string; issued: IssuedCode | null }> {
  let issued: IssuedCode | null = null;
  const { id } = await runCommandAside(actor, { command: "issueReset", input, ...sending }, async (context) => {
    const { tx, audit } = context;
    const account = await loadToKeep(context, input.accountId);
    if (account.disabledAt) throw new DomainError("RULE", "accounts.errors.isDisabled");
    const signedInBefore = await tx.session.findFirst({ where: { accountId: account.id }, select: { id: true } });
    const purpose = signedInBefore ? "RESET" : "INVITE";
    await requireRecentPassword(context);

    await writeAccount(context, input, { passwordHash: null, mustChangePassword: true });
    await endSessionsOf(tx, account.id, "ENDED_BY_OTHER");
    issued = await writeCode(tx, account.id, purpose, newCode());
    audit({
      type: "accountCode.given",
      subject: accountSubject(account),
      params: { purpose },
      changes: [{ record: "Account", recordId: account.id, before: null, after: { mustChangePassword: true } }],
    });
    return { id: account.id };
  });
  return { id, issued };
}

/** Ends every session of another account. */
export function endSessions(actor: Actor, input: EndSessionsInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endSessions", input, ...sending }, async (context) => {
    const account = await loadToKeep(context, input.accountId);
    const count = await endSessionsOf(context.tx, account.id, "ENDED_BY_OTHER");
    context.audit({ type: "session.ended", subject: accountSubject(account), params: { count }, changes: [] });
    return { id: account.id };
  });
}

/** Ends every session in the register but the one in use: whoever works there has to sign in again. */
export function endAllSessions(actor: Actor, input: object, sending: FormSending = {}) {
  return runCommand(actor, { command: "endAllSessions", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canKeepAccount(actor));
    const { committeeId, sessionId } = actor;
    const { count } = await tx.session.updateMany({
      where: { committeeId, kind: "PERSON", endedAt: null, NOT: { id: sessionId } },
      data: { endedAt: new Date(), endReason: "ENDED_BY_OTHER" },
    });
    audit({
      type: "session.ended",
      subject: { kind: "committee", id: committeeId, name: null },
      params: { count },
      changes: [],
    });
    return { id: committeeId };
  });
}
