import { addDays, type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn, isOrdered, overlaps } from "@/lib/core/day/interval";
import type { BranchOfficeKind, MembershipKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { MemberFacts, MembershipRow, StatusRow } from "@/lib/features/members/rules";

/** What a move between branches is judged by; offices are those in branches. */
export type TransferFacts = {
  readonly memberships: readonly MembershipRow[];
  readonly offices: readonly (Interval & { readonly branchId: string; readonly kind: BranchOfficeKind })[];
  readonly target: Interval & { readonly id: string };
};

/**
 * Why the member cannot move to that branch from that day on. A move is recorded once it has taken effect, and offices
 * in the old branch are ended first, each on its own day. A stay there as a guest ends with the move, if it began before.
 */
export function transferObstacle(facts: TransferFacts, effectiveOn: Day, today: Day): Obstacle | null {
  const field = "effectiveOn";
  if (effectiveOn > today) return { reason: "members.errors.transferInFuture", field };

  const official = facts.memberships.filter((row) => row.kind === "OFFICIAL");
  const current = official.find((row) => row.endsOn === null);
  if (current === undefined) return { reason: "members.errors.notInBranch" };
  if (current.branchId === facts.target.id) return { reason: "members.errors.sameBranch", field: "branchId" };
  if (effectiveOn <= current.startsOn) {
    return { reason: "members.errors.transferBeforeArrival", params: { since: typedForm(current.startsOn) }, field };
  }
  if (!isInForceOn(facts.target, effectiveOn) || facts.target.endsOn !== null) {
    return { reason: "members.errors.targetBranchNotInForce", field: "branchId" };
  }

  const guest = facts.memberships.filter((row) => row.kind === "TEMPORARY" && row.branchId === facts.target.id);
  const later = laterRecordObstacle(guest, effectiveOn, field);
  if (later) return later;
  const held = { startsOn: effectiveOn, endsOn: null };
  const office = facts.offices.find((row) => row.branchId === current.branchId && overlaps(row, held));
  return office ? { reason: "members.errors.holdsBranchOffice", params: { since: typedForm(office.startsOn) } } : null;
}

/**
 * Why somebody cannot leave this Party organisation so that the day is the first one outside: in no branch, a day to come or
 * before the membership began or something that has been entered since, or an office in the branch that has to be ended first.
 */
export function departureObstacle(
  of: Pick<TransferFacts, "memberships" | "offices"> & { readonly statuses: readonly Interval[] },
  endsOn: Day,
  today: Day,
): Obstacle | null {
  const current = of.memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null);
  if (current === undefined) return { reason: "members.errors.notInBranch" };
  if (addDays(endsOn, -1) > today) return { reason: "members.errors.inFuture", field: "effectiveOn" };
  if (endsOn <= current.startsOn) return { reason: "members.errors.endsBeforeStart", field: "effectiveOn" };
  const later = laterRecordObstacle([...of.memberships, ...of.statuses], endsOn, "effectiveOn");
  if (later) return later;
  const office = of.offices.find((row) => overlaps(row, { startsOn: endsOn, endsOn: null }));
  return office ? { reason: "members.errors.holdsBranchOffice", params: { since: typedForm(office.startsOn) } } : null;
}

function laterRecordObstacle(rows: readonly Interval[], on: Day, field: string): Obstacle | null {
  const later = rows.find((row) => row.startsOn >= on);
  return later ? { reason: "members.errors.laterRecord", params: { since: typedForm(later.startsOn) }, field } : null;
}

/** Why a first or returning membership cannot begin so: before admission, in a closed branch, or while another runs. */
export function membershipObstacle(
  input: Interval & { readonly kind: MembershipKind; readonly branchId: string },
  facts: { readonly admittedOn: Day; readonly branch: Interval; readonly memberships: readonly MembershipRow[] },
): Obstacle | null {
  if (!isOrdered(input)) return { reason: "members.errors.endsBeforeStart" };
  if (input.startsOn < facts.admittedOn) return { reason: "members.errors.memberBeforeAdmission", field: "startsOn" };
  if (!isInForceOn(facts.branch, input.startsOn)) {
    return { reason: "members.errors.targetBranchNotInForce", field: "branchId" };
  }
  return stayObstacle(input, facts.memberships);
}

/** Why a stay cannot stand beside the others: a second one of its kind, or as a guest of the own branch. */
export function stayObstacle(
  stay: Interval & { readonly kind: MembershipKind; readonly branchId: string },
  others: readonly MembershipRow[],
): Obstacle | null {
  const running = others.filter((row) => overlaps(row, stay));
  if (running.some((row) => row.kind === stay.kind)) return { reason: "members.errors.secondBranch" };
  const isGuestAtHome = running.some((row) => row.kind !== stay.kind && row.branchId === stay.branchId);
  return isGuestAtHome ? { reason: "members.errors.guestAtHome", field: "branchId" } : null;
}

/** Why an exemption, suspension or interruption cannot stand over these days: another stands, or not a member then. */
export function statusObstacle(input: StatusRow, member: Omit<MemberFacts, "dates">): Obstacle | null {
  if (!isOrdered(input)) return { reason: "members.errors.endsBeforeStart" };
  const isMember = member.memberships.some((row) => row.kind === "OFFICIAL" && isInForceOn(row, input.startsOn));
  if (!isMember) return { reason: "members.errors.notMemberThen" };
  const other = member.statuses.find((status) => overlaps(status, input));
  return other ? { reason: "members.errors.otherStatus", params: { since: typedForm(other.startsOn) } } : null;
}
