import "server-only";
import type { CommandContext } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";

const grantColumns = {
  id: true,
  accountId: true,
  role: true,
  startsOn: true,
  endsOn: true,
  grantedById: true,
  confirmedAt: true,
  version: true,
} as const;

/** The account with its rights in the actor's register, or NOT_FOUND. */
export async function loadAccount({ tx, actor }: CommandContext, accountId: string) {
  const { committeeId } = actor;
  const account = await tx.account.findFirst({
    where: { id: accountId },
    select: {
      id: true,
      username: true,
      displayName: true,
      disabledAt: true,
      mustChangePassword: true,
      version: true,
      grants: { where: { committeeId }, select: grantColumns },
      links: {
        where: { committeeId },
        select: { memberId: true, linkedById: true, confirmedAt: true, version: true },
      },
    },
  });
  if (!account) throw notFound();
  const [link] = account.links;
  return { ...account, link: link ?? null, grants: account.grants.map(heldGrant) };
}

/** Every right and every account of the register: what the rule about the last holder looks at. */
export async function loadHolders(tx: Tx, committeeId: string) {
  const grants = await tx.roleGrant.findMany({
    where: { committeeId, role: { in: ["ADMIN", "LEADER"] } },
    select: { ...grantColumns, account: { select: { id: true, disabledAt: true, mustChangePassword: true } } },
  });
  return {
    grants: grants.map(heldGrant),
    accounts: grants.map(({ account }) => ({
      id: account.id,
      disabled: account.disabledAt !== null,
      invited: account.mustChangePassword,
    })),
  };
}

function heldGrant<T extends { startsOn: Date; endsOn: Date | null; confirmedAt: Date | null }>(grant: T) {
  return { ...withPeriod(grant), confirmed: grant.confirmedAt !== null };
}

/** How an audit event names an account. */
export function accountSubject(account: { id: string; displayName: string }) {
  return { kind: "account", id: account.id, name: account.displayName };
}
