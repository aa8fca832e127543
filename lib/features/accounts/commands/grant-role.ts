import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { endSessionsOf } from "@/lib/core/auth/sessions";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod } from "@/lib/core/period";
import { accountSubject, loadAccount, loadHolders } from "@/lib/features/accounts/commands/load-account";
import { canConfirm, canGrant } from "@/lib/features/accounts/policy";
import {
  confirmObstacle,
  endGrantObstacle,
  grantEnd,
  grantPeriodObstacle,
  lastHolderObstacle,
  ownAccountObstacle,
} from "@/lib/features/accounts/rules/rights";
import type { ConfirmGrantInput, EndGrantInput, GrantInput } from "@/lib/features/accounts/schema";

/**
 * Proposes a dated right. A right of the office counts at once, every other one after a leader has confirmed it. Refuses the
 * own account (RULE) and a right already held in that time (CONFLICT). Asks for the password again.
 */
export function grantRole(actor: Actor, input: GrantInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "grantRole", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const account = await loadAccount(context, input.accountId);
    authorize(canGrant(actor));
    requireNoObstacle(ownAccountObstacle(actor.accountId, account.id));
    const { role, startsOn, lastDay } = input;
    requireNoObstacle(grantPeriodObstacle(startsOn, lastDay, today));
    await requireRecentPassword(context);

    const id = randomUUID();
    const { committeeId, accountId: grantedById } = actor;
    await tx.roleGrant.create({
      data: { committeeId, id, accountId: account.id, role, ...dbPeriod(startsOn, lastDay), grantedById },
      select: { id: true },
    });
    if (role === "OFFICE") await endSessionsOf(tx, account.id, "RIGHTS_CHANGED");
    audit({
      type: "roleGrant.given",
      subject: accountSubject(account),
      params: { role, startsOn, lastDay },
      changes: [{ record: "RoleGrant", recordId: id, before: null, after: { role, startsOn, lastDay } }],
    });
    return { id };
  });
}

async function loadGrant(context: CommandContext, input: { accountId: string; grantId: string }) {
  const account = await loadAccount(context, input.accountId);
  const grant = account.grants.find((one) => one.id === input.grantId);
  if (!grant) throw notFound();
  return { account, grant };
}

/** Lets a proposed right count. Refuses the own right and the own proposal (RULE). Asks for the password again. */
export function confirmGrant(actor: Actor, input: ConfirmGrantInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmGrant", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { account, grant } = await loadGrant(context, input);
    authorize(canConfirm(actor));
    const { accountId, grantedById: proposedById, confirmed } = grant;
    requireNoObstacle(confirmObstacle(actor.accountId, { accountId, proposedById, confirmed }));
    await requireRecentPassword(context);

    const written = await tx.roleGrant.updateMany({
      where: { committeeId: actor.committeeId, id: grant.id, version: input.version, confirmedAt: null },
      data: { confirmedById: actor.accountId, confirmedAt: new Date(), version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    await endSessionsOf(tx, account.id, "RIGHTS_CHANGED");
    audit({
      type: "roleGrant.confirmed",
      subject: accountSubject(account),
      params: { role: grant.role, startsOn: grant.startsOn, lastDay: lastDayOf(grant) },
      changes: [{ record: "RoleGrant", recordId: grant.id, before: { confirmed: false }, after: { confirmed: true } }],
    });
    return { id: grant.id };
  });
}

/**
 * Ends a right with its last day, or at once where none is given; the person's next request no longer has it. Refuses the
 * own right, and the last administrator's and the last leader's (RULE).
 */
export function endGrant(actor: Actor, input: EndGrantInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endGrant", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { account, grant } = await loadGrant(context, input);
    authorize(canGrant(actor));
    requireNoObstacle(ownAccountObstacle(actor.accountId, account.id));
    const endsOn = grantEnd(grant, input.lastDay, today);
    requireNoObstacle(endGrantObstacle(grant, endsOn));
    const { grants, accounts } = await loadHolders(tx, actor.committeeId);
    const leaving = { accountId: account.id, roles: grant.confirmed ? [grant.role] : [] };
    requireNoObstacle(lastHolderObstacle(leaving, grants, accounts, endsOn > today ? endsOn : today));

    const written = await tx.roleGrant.updateMany({
      where: { committeeId: actor.committeeId, id: grant.id, version: input.version },
      data: { endsOn: toDbDate(endsOn), version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    if (endsOn <= today) await endSessionsOf(tx, account.id, "RIGHTS_CHANGED");
    const after = { endsOn };
    audit({
      type: "roleGrant.ended",
      subject: accountSubject(account),
      params: { role: grant.role, endsOn },
      changes: [{ record: "RoleGrant", recordId: grant.id, before: { endsOn: grant.endsOn }, after }],
    });
    return { id: grant.id };
  });
}
