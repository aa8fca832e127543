import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { Role } from "@/lib/core/db/generated/enums";
import { authorize } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { foldText } from "@/lib/core/text/fold";
import { sortKey } from "@/lib/core/text/sort-key";
import { canListAccounts, canReadGrants } from "@/lib/features/accounts/policy";
import { grantState } from "@/lib/features/accounts/rules/rights";
import type { AccountFilter } from "@/lib/features/accounts/schema";

/** INVITED: the owner has not set a password yet. TO_CONFIRM stands beside the others: something waits for a leader. */
export type AccountState = "ACTIVE" | "INVITED" | "DISABLED";

/** One line of the list. */
export type AccountRow = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly memberName: string | null;
  readonly state: AccountState;
  readonly roles: readonly Role[];
  readonly waitsForLeader: boolean;
};

/** What the list shows; the roles only to those who may read rights. */
export type AccountList = { readonly rows: readonly AccountRow[]; readonly showsRoles: boolean };

/** The accounts of the register that fit the filter, sorted by given name. FORBIDDEN for those who may not see accounts. */
export async function listAccounts(actor: Actor, filter: AccountFilter): Promise<AccountList> {
  authorize(canListAccounts(actor));
  const showsRoles = canReadGrants(actor);
  return readAs(actor, async (tx) => {
    const [rows, members] = await Promise.all([loadRows(tx, actor.committeeId), listLinkedMembers(tx)]);
    const shown = rows
      .map((row) => toRow(row, members.get(row.id)?.fullName ?? null, actor.today))
      .map((row) => (showsRoles ? row : { ...row, roles: [], waitsForLeader: false }))
      .filter((row) => fits(row, filter))
      .sort((one, other) => (sortKey(one.displayName) < sortKey(other.displayName) ? -1 : 1));
    return { rows: shown, showsRoles };
  });
}

/* The database names the accounts of the register, so that who may not read rights still finds everyone. */
async function loadRows(tx: Tx, committeeId: string) {
  const [register] = await tx.$queryRaw<{ ids: string[] }[]>`SELECT app.register_accounts() AS ids`;
  return tx.account.findMany({
    where: { id: { in: register?.ids ?? [] } },
    select: {
      id: true,
      username: true,
      displayName: true,
      disabledAt: true,
      mustChangePassword: true,
      grants: {
        where: { committeeId },
        select: { accountId: true, role: true, startsOn: true, endsOn: true, confirmedAt: true },
      },
      links: { where: { committeeId }, select: { confirmedAt: true } },
    },
  });
}

/** The members that accounts of the register stand for, by account, as far as the actor may read accounts. */
export async function listLinkedMembers(tx: Tx): Promise<Map<string, { memberId: string; fullName: string }>> {
  const rows = await tx.$queryRaw<{ accountId: string; memberId: string; fullName: string }[]>`
    SELECT * FROM app.linked_members()`;
  return new Map(rows.map((row) => [row.accountId, row]));
}

function toRow(row: Awaited<ReturnType<typeof loadRows>>[number], memberName: string | null, today: Day): AccountRow {
  const grants = row.grants.map((grant) => ({
    role: grant.role,
    state: grantState({ ...withPeriod(grant), confirmed: grant.confirmedAt !== null }, today),
  }));
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    memberName,
    state: row.disabledAt ? "DISABLED" : row.mustChangePassword ? "INVITED" : "ACTIVE",
    roles: [...new Set(grants.filter((grant) => grant.state === "IN_FORCE").map((grant) => grant.role))],
    waitsForLeader:
      grants.some((grant) => grant.state === "PENDING") || row.links.some((link) => link.confirmedAt === null),
  };
}

function fits(row: AccountRow, filter: AccountFilter): boolean {
  if (filter.role && !row.roles.includes(filter.role)) return false;
  if (filter.state === "TO_CONFIRM" ? !row.waitsForLeader : filter.state && row.state !== filter.state) return false;
  const words = foldText(filter.q).split(" ").filter(Boolean);
  const text = foldText(`${row.displayName} ${row.username} ${row.memberName ?? ""}`);
  return words.every((word) => text.includes(word));
}
