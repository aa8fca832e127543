import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { newCode } from "@/lib/core/auth/one-time-code";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommand } from "@/lib/core/command";
import type { Day } from "@/lib/core/day";
import type { Role } from "@/lib/core/db/generated/enums";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod } from "@/lib/core/period";
import { memberNamed } from "@/lib/features/accounts/commands/named-member";
import { type IssuedCode, writeCode } from "@/lib/features/accounts/commands/write-code";
import { canInvite } from "@/lib/features/accounts/policy";
import { grantPeriodObstacle, inviteObstacle } from "@/lib/features/accounts/rules/rights";

/** Whom to invite. The member is named as the register has it, given by id, or none. */
export type Invitation = {
  readonly username: string;
  readonly displayName: string;
  readonly member: { readonly id: string } | { readonly name: string; readonly branch: string | null } | null;
  readonly roles: readonly Role[];
  readonly startsOn: Day;
  readonly lastDay: Day | null;
};

/**
 * Opens an account without a password, links it to a member, proposes its rights, and issues a code by which its owner sets
 * the password within seven days. The code is returned once: a repeated sending gets the id and no code.
 * Refuses a user name already taken (CONFLICT), a member who has an account (CONFLICT), an account with neither right nor
 * member (RULE). Asks for the password again.
 */
export async function inviteAccount(
  actor: Actor,
  input: Invitation,
  sending: FormSending = {},
): Promise<{ id: string; issued: IssuedCode | null }> {
  let issued: IssuedCode | null = null;
  const { id } = await runCommand(actor, { command: "inviteAccount", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    authorize(canInvite(actor));
    const { username, displayName, roles, startsOn, lastDay } = input;
    requireNoObstacle(grantPeriodObstacle(startsOn, lastDay, today));
    const memberId = await memberIdOf(tx, input.member);
    requireNoObstacle(inviteObstacle(roles, memberId));
    await requireRecentPassword(context);

    const id = randomUUID();
    const { committeeId, accountId: byId } = actor;
    await tx.account.createMany({ data: [{ id, username, displayName, mustChangePassword: true }] });
    const grants = roles.map((role) => ({
      committeeId,
      id: randomUUID(),
      accountId: id,
      role,
      ...dbPeriod(startsOn, lastDay),
      grantedById: byId,
    }));
    await tx.roleGrant.createMany({ data: grants });
    if (memberId) {
      await tx.accountMember.createMany({ data: [{ committeeId, accountId: id, memberId, linkedById: byId }] });
    }
    issued = await writeCode(tx, id, "INVITE", newCode());
    audit({
      type: "account.invited",
      subject: { kind: "account", id, name: displayName },
      params: { username, roles: roles.join(", "), linked: memberId !== null },
      changes: [
        { record: "Account", recordId: id, before: null, after: { username, displayName } },
        ...grants.map((grant) => ({
          record: "RoleGrant",
          recordId: grant.id,
          before: null,
          after: { role: grant.role, startsOn, lastDay },
        })),
        ...(memberId ? [{ record: "AccountMember", recordId: id, before: null, after: { memberId } }] : []),
      ],
    });
    return { id };
  });
  return { id, issued };
}

async function memberIdOf(tx: Parameters<typeof memberNamed>[0], member: Invitation["member"]): Promise<string | null> {
  if (member === null) return null;
  return "id" in member ? member.id : (await memberNamed(tx, member.name, member.branch)).id;
}
