import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/core/audit";
import { newCode } from "@/lib/core/auth/one-time-code";
import { openSystemSession } from "@/lib/core/auth/system-session";
import { communeToday } from "@/lib/core/clock";
import { toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { CodePurpose, Role } from "@/lib/core/db/generated/enums";
import { asOwner } from "@/lib/core/db/owner";
import { unledRegister } from "@/lib/features/accounts/commands/led-register";
import { writeCode } from "@/lib/features/accounts/commands/write-code";

/** One of the two codes that open a fresh installation. */
export type SetupCode = { readonly role: "ADMIN" | "LEADER"; readonly code: string; readonly expiresAt: Date };

type Shell = { purpose: CodePurpose; role: Role & SetupCode["role"]; username: string; displayName: string };

const SHELLS: readonly Shell[] = [
  { purpose: "SETUP_ADMIN", role: "ADMIN", username: "set-up.admin", displayName: "ADMIN" },
  { purpose: "SETUP_LEADER", role: "LEADER", username: "set-up.leader", displayName: "LEADER" },
];

/**
 * Makes an empty database ready for its first administrator and first leader: a register, two accounts with confirmed rights,
 * and a one-time code for each, valid 30 minutes. Called at every start with the owner's address: a code that nobody redeemed
 * is replaced; with nothing left to set up it does nothing and returns an empty list. A restored state that no leader in it could
 * accept gets a code for one more leader.
 */
export function issueSetupCodes(ownerUrl: string): Promise<SetupCode[]> {
  return asOwner(ownerUrl, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sodb set-up'))`;
    const open = await openShells(tx);
    if (open.length === 0) return [];
    const [first] = open;
    const committeeId = first?.committeeId ?? (await openRegister(tx));
    const system = await openSystemSession(tx, committeeId, "set-up");

    const codes: SetupCode[] = [];
    for (const shell of open) {
      const accountId = shell.accountId ?? (await openShell(tx, committeeId, shell));
      const { code, expiresAt } = await writeCode(tx, accountId, shell.purpose, newCode());
      codes.push({ role: shell.role, code, expiresAt });
    }
    await appendAudit(tx, system, {
      type: "setUp.begun",
      subject: { kind: "committee", id: committeeId, name: null },
      params: { roles: codes.map(({ role }) => role).join(", ") },
      changes: [],
    });
    await tx.session.updateMany({ where: { id: system.sessionId }, data: { endedAt: new Date() } });
    return codes;
  });
}

type OpenShell = Shell & { accountId: string | null; committeeId: string | null };

/**
 * What is still to be set up: both shells on an empty database, else those whose code was issued and never redeemed, and a leader
 * where a restored state has nobody to accept it.
 */
async function openShells(tx: Tx): Promise<OpenShell[]> {
  if ((await tx.account.count()) === 0)
    return SHELLS.map((shell) => ({ ...shell, accountId: null, committeeId: null }));
  const waiting = await tx.account.findMany({
    where: { username: { in: SHELLS.map(({ username }) => username) }, mustChangePassword: true, passwordHash: null },
    select: { id: true, username: true, grants: { select: { committeeId: true } } },
  });
  const unled = await unledRegister(tx, communeToday(new Date()));
  return SHELLS.flatMap((shell): OpenShell[] => {
    const account = waiting.find((one) => one.username === shell.username);
    if (account) return [{ ...shell, accountId: account.id, committeeId: account.grants[0]?.committeeId ?? null }];
    return shell.role === "LEADER" && unled ? [{ ...shell, accountId: null, committeeId: unled }] : [];
  });
}

async function openRegister(tx: Tx): Promise<string> {
  const id = randomUUID();
  await tx.committee.create({ data: { id }, select: { id: true } });
  return id;
}

async function openShell(tx: Tx, committeeId: string, shell: Shell): Promise<string> {
  const { username, displayName, role } = shell;
  const id = randomUUID();
  const now = new Date();
  await tx.account.create({ data: { id, username, displayName, mustChangePassword: true }, select: { id: true } });
  await tx.roleGrant.create({
    data: {
      committeeId,
      id: randomUUID(),
      accountId: id,
      role,
      startsOn: toDbDate(communeToday(now)),
      confirmedAt: now,
    },
    select: { id: true },
  });
  return id;
}
