import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { endSessionsOf } from "@/lib/core/auth/sessions";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { accountSubject, loadAccount } from "@/lib/features/accounts/commands/load-account";
import { memberNamed } from "@/lib/features/accounts/commands/named-member";
import { canConfirm, canGrant } from "@/lib/features/accounts/policy";
import { confirmObstacle, ownAccountObstacle } from "@/lib/features/accounts/rules/rights";
import type { AccountInput, LinkForm } from "@/lib/features/accounts/schema";

/**
 * Proposes which member the account belongs to, or another one than before; until a leader has confirmed it the account has
 * no rights by office. Ends the account's sessions. Asks for the password again. Refuses the own account (RULE) and a member who has one (CONFLICT).
 */
export function linkMember(actor: Actor, input: LinkForm, sending: FormSending = {}) {
  return runCommand(actor, { command: "linkMember", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const account = await loadAccount(context, input.accountId);
    authorize(canGrant(actor));
    requireNoObstacle(ownAccountObstacle(actor.accountId, account.id));
    const member = await memberNamed(tx, input.memberName, input.memberBranch);
    const { committeeId, accountId: linkedById } = actor;
    const before = account.link ? { memberId: account.link.memberId } : null;
    if (before?.memberId === member.id)
      throw new DomainError("RULE", "accounts.errors.alreadyLinked", {}, "memberName");
    await requireRecentPassword(context);

    if (!account.link) {
      await tx.accountMember.createMany({
        data: [{ committeeId, accountId: account.id, memberId: member.id, linkedById }],
      });
    } else {
      const written = await tx.accountMember.updateMany({
        where: { committeeId, accountId: account.id, version: input.version ?? 0 },
        data: {
          memberId: member.id,
          linkedById,
          confirmedById: null,
          confirmedAt: null,
          version: { increment: 1 },
        },
      });
      if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    }
    await endSessionsOf(tx, account.id, "RIGHTS_CHANGED");
    audit({
      type: "accountLink.given",
      subject: accountSubject(account),
      params: { member: member.fullName },
      changes: [{ record: "AccountMember", recordId: account.id, before, after: { memberId: member.id } }],
    });
    return { id: account.id };
  });
}

/** Confirms that the account belongs to that member. Refuses the own account and the own proposal (RULE). Asks for the password again. */
export function confirmLink(actor: Actor, input: AccountInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmLink", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const account = await loadAccount(context, input.accountId);
    if (!account.link) throw notFound();
    authorize(canConfirm(actor));
    requireNoObstacle(
      confirmObstacle(actor.accountId, {
        accountId: account.id,
        proposedById: account.link.linkedById,
        confirmed: account.link.confirmedAt !== null,
      }),
    );
    await requireRecentPassword(context);

    const written = await tx.accountMember.updateMany({
      where: { committeeId: actor.committeeId, accountId: account.id, version: input.version, confirmedAt: null },
      data: { confirmedById: actor.accountId, confirmedAt: new Date(), version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    await endSessionsOf(tx, account.id, "RIGHTS_CHANGED");
    audit({
      type: "accountLink.confirmed",
      subject: accountSubject(account),
      changes: [
        { record: "AccountMember", recordId: account.id, before: { confirmed: false }, after: { confirmed: true } },
      ],
    });
    return { id: account.id };
  });
}
