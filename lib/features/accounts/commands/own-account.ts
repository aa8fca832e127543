import "server-only";
import type { Actor } from "@/lib/core/actor";
import { endSessionsOf } from "@/lib/core/auth/sessions";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { DomainError, notFound } from "@/lib/core/errors";
import { accountSubject, loadAccount } from "@/lib/features/accounts/commands/load-account";
import type { OwnSessionInput } from "@/lib/features/accounts/schema";

function loadOwn(context: CommandContext) {
  if (!context.actor.accountId) throw notFound();
  return loadAccount(context, context.actor.accountId);
}

/** Ends one of the own sessions elsewhere. The one in use is ended by signing out. */
export function endOwnSession(actor: Actor, input: OwnSessionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endOwnSession", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const account = await loadOwn(context);
    const written = await tx.session.updateMany({
      where: { id: input.sessionId, accountId: account.id, endedAt: null, NOT: { id: actor.sessionId } },
      data: { endedAt: new Date(), endReason: "ENDED_BY_OTHER" },
    });
    if (written.count === 0) throw new DomainError("NOT_FOUND", "accounts.errors.noSuchSession");
    audit({ type: "session.ended", subject: accountSubject(account), params: { count: 1 }, changes: [] });
    return { id: input.sessionId };
  });
}

/** Ends every own session but the one in use. */
export function endOtherOwnSessions(actor: Actor, input: object, sending: FormSending = {}) {
  return runCommand(actor, { command: "endOtherOwnSessions", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const account = await loadOwn(context);
    const count = await endSessionsOf(tx, account.id, "ENDED_BY_OTHER", actor.sessionId);
    audit({ type: "session.ended", subject: accountSubject(account), params: { count }, changes: [] });
    return { id: account.id };
  });
}
