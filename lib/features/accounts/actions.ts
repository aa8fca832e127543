"use server";

import { redirect } from "next/navigation";
import { runAction, runPublicAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import type { Actor } from "@/lib/core/actor";
import { deviceName } from "@/lib/core/auth/device-name";
import { letIn, pageAfterSignIn, standingAt } from "@/lib/core/auth/doorstep";
import { keepPaper } from "@/lib/core/auth/paper-cookie";
import { findActor, signInPath } from "@/lib/core/auth/require-actor";
import { openSessionByPassword } from "@/lib/core/auth/sign-in";
import { DomainError } from "@/lib/core/errors";
import { changeOwnPassword } from "@/lib/features/accounts/commands/change-own-password";
import { confirmGrant, endGrant, grantRole } from "@/lib/features/accounts/commands/grant-role";
import { inviteAccount } from "@/lib/features/accounts/commands/invite-account";
import {
  disableAccount,
  enableAccount,
  endAllSessions,
  endSessions,
  issueReset,
} from "@/lib/features/accounts/commands/keep-account";
import { confirmLink, linkMember } from "@/lib/features/accounts/commands/link-member";
import { endOtherOwnSessions, endOwnSession } from "@/lib/features/accounts/commands/own-account";
import { redeemCode, setUpAccount } from "@/lib/features/accounts/commands/redeem-code";
import type { IssuedCode } from "@/lib/features/accounts/commands/write-code";
import {
  accountInput,
  changePasswordInput,
  confirmGrantInput,
  endGrantInput,
  endSessionsInput,
  grantInput,
  inviteInput,
  linkInput,
  noInput,
  ownSessionInput,
  redeemInput,
  setUpInput,
  signInInput,
} from "@/lib/features/accounts/schema";

export async function signInAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runPublicAction(
    signInInput,
    form,
    async ({ username, password, ownDevice, returnTo }) => {
      const at = await standingAt();
      const outcome = await openSessionByPassword({ ...at, username, password, keep: ownDevice ? "own" : "shared" });
      switch (outcome.kind) {
        case "opened":
          await letIn(outcome, at.deviceToken);
          return returnTo;
        case "wait":
          throw new DomainError("RULE", "signIn.errors.wait", { seconds: outcome.seconds }, "password");
        case "locked":
          throw new DomainError("RULE", "signIn.errors.locked", { minutes: outcome.minutes }, "password");
        default:
          throw new DomainError("RULE", `signIn.errors.${outcome.kind}`, {}, "password");
      }
    },
    (returnTo) => ({ redirectTo: pageAfterSignIn(returnTo) }),
  );
}

export async function redeemCodeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runPublicAction(
    redeemInput,
    form,
    async (input) => {
      const at = await standingAt();
      await letIn(await redeemCode(input, at), at.deviceToken);
    },
    () => ({ redirectTo: "/" }),
  );
}

export async function setUpAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runPublicAction(
    setUpInput,
    form,
    async (input) => {
      const at = await standingAt();
      await letIn(await setUpAccount(input, at), at.deviceToken);
    },
    () => ({ redirectTo: "/" }),
  );
}

/** Also for somebody who may do nothing else before a new password is set. */
export async function changeOwnPasswordAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runPublicAction(
    changePasswordInput,
    form,
    async (input) => {
      const actor = await findActor();
      if (!actor) redirect(await signInPath());
      const at = await standingAt();
      const place = { address: at.address, device: deviceName(at.userAgent) };
      await letIn(await changeOwnPassword(actor, input, place), at.deviceToken);
    },
    () => ({ redirectTo: "/account?done=password" }),
  );
}

async function printed(actor: Actor, { id, issued }: { id: string; issued: IssuedCode | null }): Promise<string> {
  if (issued) await keepPaper({ sessionId: actor.sessionId, accountId: id, ...issued });
  return id;
}

export async function inviteAccountAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    inviteInput,
    form,
    async (actor, { memberName, memberBranch, ...input }, sending) => {
      const member = memberName ? { name: memberName, branch: memberBranch } : null;
      return printed(actor, await inviteAccount(actor, { ...input, member }, sending));
    },
    (id) => ({ redirectTo: `/accounts/${id}/code` }),
  );
}

export async function issueResetAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    accountInput,
    form,
    async (actor, input, sending) => printed(actor, await issueReset(actor, input, sending)),
    (id) => ({ redirectTo: `/accounts/${id}/code` }),
  );
}

const after = (accountId: string, done: string) => ({ redirectTo: `/accounts/${accountId}?done=${done}` });

export async function grantRoleAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    grantInput,
    form,
    async (actor, input, sending) => {
      await grantRole(actor, input, sending);
      return input.accountId;
    },
    (id) => after(id, "granted"),
  );
}

export async function confirmGrantAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    confirmGrantInput,
    form,
    async (actor, input, sending) => {
      await confirmGrant(actor, input, sending);
      return input.accountId;
    },
    (id) => after(id, "confirmed"),
  );
}

export async function endGrantAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    endGrantInput,
    form,
    async (actor, input, sending) => {
      await endGrant(actor, input, sending);
      return input.accountId;
    },
    (id) => after(id, "ended"),
  );
}

export async function linkMemberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(linkInput, form, linkMember, ({ id }) => after(id, "linked"));
}

export async function confirmLinkAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(accountInput, form, confirmLink, ({ id }) => after(id, "confirmed"));
}

export async function disableAccountAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(accountInput, form, disableAccount, ({ id }) => after(id, "disabled"));
}

export async function enableAccountAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(accountInput, form, enableAccount, ({ id }) => after(id, "enabled"));
}

export async function endSessionsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(endSessionsInput, form, endSessions, ({ id }) => after(id, "sessions"));
}

export async function endAllSessionsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(noInput, form, endAllSessions, () => ({ redirectTo: "/accounts?done=sessions" }));
}

export async function endOwnSessionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(ownSessionInput, form, endOwnSession, () => ({ redirectTo: "/account?done=sessions" }));
}

export async function endOtherOwnSessionsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(noInput, form, endOtherOwnSessions, () => ({ redirectTo: "/account?done=sessions" }));
}
