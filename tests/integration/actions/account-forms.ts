import { randomUUID } from "node:crypto";
import { grantRole } from "@/lib/features/accounts/commands/grant-role";
import { disableAccount } from "@/lib/features/accounts/commands/keep-account";
import { linkMember } from "@/lib/features/accounts/commands/link-member";
import { asTestOwner, signInAs } from "../../support/register";
import { type FormCase, type FormWorld, someone, theRow } from "./form-case";

async function account(world: FormWorld): Promise<{ accountId: string; version: string }> {
  const { accountId } = await signInAs(world.committeeId, "Người có tài khoản", { role: "OFFICE" });
  return { accountId: accountId ?? "", version: "1" };
}

const grantOf = (accountId: string) =>
  theRow(`SELECT id, version::text FROM "RoleGrant" WHERE "accountId" = $1 ORDER BY "startsOn" DESC LIMIT 1`, [
    accountId,
  ]);

const everyone = [
  "office",
  "leader",
  "second",
  "inspector",
  "secretary",
  "otherSecretary",
  "inCharge",
  "ordinary",
] as const;

/** The forms of accounts and of the audit trail. */
export const accountForms: Readonly<Record<string, FormCase>> = {
  inviteAccountAction: {
    by: "admin",
    fillIn: () => ({
      username: `moi-${randomUUID().slice(0, 8)}`,
      displayName: "Người Mới",
      memberName: "",
      memberBranch: "",
      roles: ["OFFICE", "LEADER"],
      startsOn: "01/01/2026",
      lastDay: "",
    }),
    several: ["roles"],
    otherwise: { displayName: "Người Khác" },
  },
  issueResetAction: { by: "admin", fillIn: account },
  grantRoleAction: {
    by: "admin",
    fillIn: async (world) => ({
      accountId: (await account(world)).accountId,
      role: "INSPECTOR",
      startsOn: "01/01/2026",
      lastDay: "",
    }),
    otherwise: { role: "LEADER" },
  },
  confirmGrantAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => {
      const { accountId } = await account(world);
      const { id } = await grantRole(world.actors.admin, {
        accountId,
        role: "INSPECTOR",
        startsOn: world.system.today,
        lastDay: null,
      });
      return { accountId, grantId: id, version: "1" };
    },
  },
  endGrantAction: {
    by: "admin",
    fillIn: async (world) => {
      const { accountId } = await account(world);
      return { accountId, grantId: (await grantOf(accountId)).id ?? "", version: "1", lastDay: "" };
    },
  },
  linkMemberAction: {
    by: "admin",
    fillIn: async (world) => ({
      accountId: (await account(world)).accountId,
      memberName: (await someone(world)).name,
      memberBranch: "",
    }),
    otherwise: { memberBranch: "Thử Một" },
  },
  confirmLinkAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => {
      const { accountId } = await account(world);
      await linkMember(world.actors.admin, { accountId, memberName: (await someone(world)).name, memberBranch: null });
      return { accountId, version: "1" };
    },
  },
  disableAccountAction: { by: "admin", fillIn: account },
  enableAccountAction: {
    by: "admin",
    fillIn: async (world) => {
      const { accountId } = await account(world);
      await disableAccount(world.actors.admin, { accountId, version: 1 });
      return { accountId, version: "2" };
    },
  },
  endSessionsAction: {
    by: "admin",
    fillIn: async (world) => ({ accountId: (await account(world)).accountId }),
    otherwise: { accountId: "00000000-0000-4000-8000-000000000000" },
  },
  endOwnSessionAction: {
    by: "office",
    fillIn: async ({ actors, committeeId }) => {
      const sessionId = randomUUID();
      const { accountId } = actors.office;
      await asTestOwner(async (tx) => {
        const expiresAt = new Date(Date.now() + 3_600_000);
        const tokenHash = new TextEncoder().encode(sessionId);
        await tx.session.create({
          data: { id: sessionId, tokenHash, accountId, committeeId, idleSeconds: 3600, expiresAt },
        });
      });
      return { sessionId };
    },
    otherwise: { sessionId: "00000000-0000-4000-8000-000000000000" },
  },
  endOtherOwnSessionsAction: { by: "admin", also: everyone, fillIn: () => ({}) },
  checkAuditChain: { by: "leader", also: ["admin", "second"], fillIn: () => ({}) },
  /* The last of all forms, since nobody but the administrator is signed in after it. */
  endAllSessionsAction: { by: "admin", fillIn: () => ({}) },
};
