import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { Role } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  canConfirm,
  canGrant,
  canKeepAccount,
  canReadAccount,
  canReadGrants,
  canSeeSessions,
} from "@/lib/features/accounts/policy";
import { type AccountState, listLinkedMembers } from "@/lib/features/accounts/queries/list-accounts";
import { listSessions, type SessionRow } from "@/lib/features/accounts/queries/list-sessions";
import { type RightSentence, rightSentences } from "@/lib/features/accounts/rules/right-sentences";
import { confirmObstacle, type GrantState, grantState } from "@/lib/features/accounts/rules/rights";

/** A dated right as the page shows it. */
export type GrantView = {
  readonly id: string;
  readonly role: Role;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly state: GrantState;
  readonly version: number;
  readonly can: { readonly confirm: boolean; readonly end: boolean };
};

/** An account with its rights, the sentences of what it sees, and what the actor may do about it. */
export type AccountView = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly state: AccountState;
  readonly version: number;
  readonly isOwn: boolean;
  readonly link: { memberId: string; name: string; confirmed: boolean; version: number; canConfirm: boolean } | null;
  readonly grants: readonly GrantView[];
  readonly sentences: readonly RightSentence[];
  readonly sessions: readonly SessionRow[];
  readonly can: {
    readonly keep: boolean;
    readonly grant: boolean;
    readonly seeGrants: boolean;
    readonly seeSessions: boolean;
  };
};

/** One account of the register with everything the actor may know of it, or NOT_FOUND. */
export async function getAccount(actor: Actor, accountId: string): Promise<AccountView> {
  if (!z.uuid().safeParse(accountId).success || !canReadAccount(actor, accountId)) throw notFound();
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const account = await loadView(tx, committeeId, accountId);
    if (!account) throw notFound();
    const isOwn = account.id === actor.accountId;
    const may = { keep: canKeepAccount(actor) && !isOwn, grant: canGrant(actor) && !isOwn };
    const [link] = account.links;
    const members = await listLinkedMembers(tx);
    const seeGrants = canReadGrants(actor) || isOwn;
    const seeSessions = canSeeSessions(actor) || isOwn;
    return {
      id: account.id,
      username: account.username,
      displayName: account.displayName,
      state: account.disabledAt ? "DISABLED" : account.mustChangePassword ? "INVITED" : "ACTIVE",
      version: account.version,
      isOwn,
      link: link ? linkView(actor, account.id, link, members.get(account.id)?.fullName ?? "") : null,
      grants: seeGrants ? account.grants.map((grant) => grantView(actor, grant, may.grant)) : [],
      sentences: seeGrants ? rightSentences(await getReach(tx, account.id)) : [],
      sessions: seeSessions ? await listSessions(tx, actor, account.id) : [],
      can: { ...may, seeGrants, seeSessions },
    };
  });
}

function loadView(tx: Tx, committeeId: string, id: string) {
  return tx.account.findFirst({
    where: { id },
    select: {
      id: true,
      username: true,
      displayName: true,
      disabledAt: true,
      mustChangePassword: true,
      version: true,
      grants: {
        where: { committeeId },
        orderBy: [{ startsOn: "desc" }, { role: "asc" }],
        select: {
          id: true,
          accountId: true,
          role: true,
          startsOn: true,
          endsOn: true,
          grantedById: true,
          confirmedAt: true,
          version: true,
        },
      },
      links: {
        where: { committeeId },
        select: { memberId: true, linkedById: true, confirmedAt: true, version: true },
      },
    },
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadView>>>;

function grantView(actor: Actor, stored: Loaded["grants"][number], mayEnd: boolean): GrantView {
  const grant = { ...withPeriod(stored), confirmed: stored.confirmedAt !== null };
  const state = grantState(grant, actor.today);
  const proposal = { accountId: grant.accountId, proposedById: grant.grantedById, confirmed: grant.confirmed };
  return {
    id: grant.id,
    role: grant.role,
    startsOn: grant.startsOn,
    lastDay: lastDayOf(grant),
    state,
    version: grant.version,
    can: {
      confirm: state === "PENDING" && canConfirm(actor) && confirmObstacle(actor.accountId, proposal) === null,
      end: mayEnd && state !== "ENDED",
    },
  };
}

function linkView(actor: Actor, accountId: string, link: Loaded["links"][number], name: string) {
  const proposal = { accountId, proposedById: link.linkedById, confirmed: link.confirmedAt !== null };
  return {
    memberId: link.memberId,
    name,
    confirmed: proposal.confirmed,
    version: link.version,
    canConfirm: canConfirm(actor) && confirmObstacle(actor.accountId, proposal) === null,
  };
}

const reach = z.object({
  linked: z.boolean(),
  roles: z.array(
    z.enum(["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "PARTY_SECRETARY", "INSPECTION_HEAD", "SECRETARY", "IN_CHARGE"]),
  ),
  ownBranches: z.array(z.string()),
  assignedBranches: z.array(z.string()),
});

async function getReach(tx: Tx, accountId: string) {
  const rows = await tx.$queryRaw<{ reach: unknown }[]>`SELECT app.account_reach(${accountId}::uuid) AS reach`;
  return reach.parse(rows[0]?.reach);
}
