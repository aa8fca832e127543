import { addDays, type Day } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { Role } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How long one-time codes are valid, in seconds. */
export const CODE_SECONDS = {
  INVITE: 7 * DAY,
  RESET: DAY,
  SETUP_ADMIN: 30 * MINUTE,
  SETUP_LEADER: 30 * MINUTE,
} as const;

/** Whether a right of this role counts only once a leader has confirmed it. */
export function needsConfirmation(role: Role): boolean {
  return role !== "OFFICE";
}

/** A dated right with what decides whether it counts. */
export type HeldGrant = Interval & { readonly role: Role; readonly accountId: string; readonly confirmed: boolean };

/** PENDING: waits for a leader. AHEAD: begins later. */
export type GrantState = "IN_FORCE" | "PENDING" | "AHEAD" | "ENDED";

/** What a right is worth on a day. */
export function grantState(grant: HeldGrant, on: Day): GrantState {
  if (grant.endsOn !== null && grant.endsOn <= on) return "ENDED";
  if (needsConfirmation(grant.role) && !grant.confirmed) return "PENDING";
  return isInForceOn(grant, on) ? "IN_FORCE" : "AHEAD";
}

/** SOD-9: nobody gives a right to themselves, nobody confirms or ends the own ones. */
export function ownAccountObstacle(actorAccountId: string | null, accountId: string): Obstacle | null {
  return actorAccountId === accountId ? { reason: "accounts.errors.ownAccount" } : null;
}

/** SOD-1, SOD-9: the one who confirms is neither the one who proposed nor the one concerned. */
export function confirmObstacle(
  actorAccountId: string | null,
  proposal: { accountId: string; proposedById: string | null; confirmed: boolean },
): Obstacle | null {
  if (proposal.confirmed) return { reason: "accounts.errors.alreadyConfirmed" };
  if (actorAccountId === null) return null;
  if (proposal.accountId === actorAccountId) return { reason: "accounts.errors.ownAccount" };
  return proposal.proposedById === actorAccountId ? { reason: "accounts.errors.ownProposal" } : null;
}

/** Why a right cannot run over these days. */
export function grantPeriodObstacle(startsOn: Day, lastDay: Day | null, today: Day): Obstacle | null {
  if (lastDay !== null && lastDay < startsOn) return { reason: "accounts.errors.endsBeforeStart", field: "lastDay" };
  if (lastDay !== null && lastDay < today) return { reason: "accounts.errors.alreadyOver", field: "lastDay" };
  return null;
}

/** The first day without the right: the day after the last one, today when it ends at once, never before it began. */
export function grantEnd(grant: Interval, lastDay: Day | null, today: Day): Day {
  const end = lastDay === null ? today : addDays(lastDay, 1);
  return end < grant.startsOn ? grant.startsOn : end;
}

/** Why a right cannot end then: it would go on longer than was confirmed. */
export function endGrantObstacle(grant: Interval, end: Day): Obstacle | null {
  if (grant.endsOn === null || end < grant.endsOn) return null;
  return { reason: "accounts.errors.endsLater", field: "lastDay" };
}

/** An account whose owner can sign in. */
export type UsableAccount = { readonly id: string; readonly disabled: boolean; readonly invited: boolean };

/**
 * SOD-9: the register keeps an administrator and a leader who can sign in. `leaving` loses the role from `on` onward;
 * the obstacle names the first role that nobody else would hold.
 */
export function lastHolderObstacle(
  leaving: { accountId: string; roles: readonly Role[] },
  grants: readonly HeldGrant[],
  accounts: readonly UsableAccount[],
  on: Day,
): Obstacle | null {
  const usable = new Set(accounts.filter((one) => !one.disabled && !one.invited).map((one) => one.id));
  for (const role of ["ADMIN", "LEADER"] as const) {
    if (!leaving.roles.includes(role)) continue;
    const others = grants.filter(
      (one) => one.role === role && one.accountId !== leaving.accountId && usable.has(one.accountId),
    );
    if (!others.some((one) => grantState(one, on) === "IN_FORCE")) return { reason: `accounts.errors.last${role}` };
  }
  return null;
}

/** Why an account cannot be opened like this: it would belong to nobody and be allowed nothing. */
export function inviteObstacle(roles: readonly Role[], memberId: string | null): Obstacle | null {
  return roles.length === 0 && memberId === null ? { reason: "accounts.errors.nothingGiven", field: "roles" } : null;
}

/** A member found by name. */
export type NamedMember = { readonly id: string; readonly fullName: string; readonly branch: string | null };

/** Which one of the members of that name is meant; the branch is compared by `isSameBranch`. */
export function chooseNamed(
  found: readonly NamedMember[],
  isSameBranch: ((branch: string) => boolean) | null,
): { member: NamedMember } | { obstacle: Obstacle } {
  if (found.length === 0) return { obstacle: { reason: "accounts.errors.noSuchMember", field: "memberName" } };
  const fitting = isSameBranch ? found.filter((one) => one.branch !== null && isSameBranch(one.branch)) : found;
  const [first] = fitting;
  if (first && fitting.length === 1) return { member: first };
  const branches = [...new Set(found.map((one) => one.branch ?? "–"))].join(", ");
  return { obstacle: { reason: "accounts.errors.severalMembers", params: { branches }, field: "memberBranch" } };
}
