import { addDays, type Day, daysBetween, fullYearsBetween, type PartialDay, partsOf, typedForm } from "@/lib/core/day";
import { type Interval, inForceOn, isInForceOn, isOrdered, overlaps } from "@/lib/core/day/interval";
import { firstPossibleDay, isSurelyAfter, lastPossibleDay } from "@/lib/core/day/partial-day";
import type { BranchOfficeKind, MemberStatusKind, MembershipEnd, MembershipKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { MemberActivity, MemberStage } from "@/lib/features/organization/rules";

/** Full 18 years at admission, in every version of the rules known to the product. */
export const ADMISSION_AGE_MONTHS = 216;

/** The days of a member's life that have to make sense together. */
export type MemberDates = {
  readonly birthOn: PartialDay;
  readonly youthUnionOn: PartialDay | null;
  readonly admittedOn: Day;
  readonly ceremonyOn: Day | null;
  readonly officialOn: Day | null;
  readonly officialDecidedOn: Day | null;
  readonly cardIssuedOn: Day | null;
};

/**
 * Why these dates cannot all be true: birth < Youth Union, birth + 18 years by month ≤ admission decision ≤ ceremony and
 * official day ≤ decision on it, card after the official day, nothing in the future. A partial date is refused only if
 * no day it can mean fits. `field` names the date to look at.
 */
export function memberDatesObstacle(dates: MemberDates, today: Day): Obstacle | null {
  return futureObstacle(dates, today) ?? birthObstacle(dates) ?? orderObstacle(dates);
}

/** Full years in the Party from the day of the admission decision, time outside the Party taken off. */
export function partyAge(admittedOn: Day, on: Day, outside: readonly Interval[] = []): number {
  const daysOutside = outside.reduce((days, gap) => days + daysUntil(gap, on), 0);
  return Math.max(0, fullYearsBetween(addDays(admittedOn, daysOutside), on));
}

/** Full years of life on that day; the two differ when only the year or month of birth is known. */
export function ageOn(birthOn: PartialDay, on: Day): { readonly atLeast: number; readonly atMost: number } {
  return {
    atLeast: Math.max(0, fullYearsBetween(lastPossibleDay(birthOn), on)),
    atMost: Math.max(0, fullYearsBetween(firstPossibleDay(birthOn), on)),
  };
}

type MembershipRow = Interval & {
  readonly branchId: string;
  readonly kind: MembershipKind;
  readonly endReason: MembershipEnd | null;
};
type StatusRow = Interval & { readonly kind: MemberStatusKind };

/** What a member's standing is read from. */
export type MemberFacts = {
  readonly officialOn: Day | null;
  readonly memberships: readonly MembershipRow[];
  readonly statuses: readonly StatusRow[];
};

/** Where and how a member stands on a day. `guestBranchId` is a branch of temporary activity. */
export type Standing =
  | {
      readonly kind: "MEMBER";
      readonly stage: MemberStage;
      readonly activity: MemberActivity;
      readonly branchId: string;
      readonly guestBranchId: string | null;
    }
  | { readonly kind: "NOT_YET" }
  | { readonly kind: "LEFT"; readonly reason: MembershipEnd | null };

/** Probationary until the official day, official from that day on. */
export function stageOn(officialOn: Day | null, on: Day): MemberStage {
  return officialOn !== null && officialOn <= on ? "OFFICIAL" : "PROBATIONARY";
}

/** The deviation in force on that day; the gravest where several are; ACTIVE where none is. */
export function activityOn(statuses: readonly StatusRow[], on: Day): MemberActivity {
  const kinds = inForceOn(statuses, on).map((status) => status.kind);
  const gravestFirst: readonly MemberStatusKind[] = ["SUSPENDED", "INTERRUPTED", "EXEMPT"];
  return gravestFirst.find((kind) => kinds.includes(kind)) ?? "ACTIVE";
}

/** Where and how the member stands on that day in this register. */
export function standingOn(member: MemberFacts, on: Day): Standing {
  const official = member.memberships.filter((row) => row.kind === "OFFICIAL");
  const current = official.find((row) => isInForceOn(row, on));
  if (current === undefined) {
    const ended = official.filter((row) => row.endsOn !== null && row.endsOn <= on);
    const last = ended.toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1))[0];
    return last ? { kind: "LEFT", reason: last.endReason } : { kind: "NOT_YET" };
  }
  const guest = member.memberships.find((row) => row.kind === "TEMPORARY" && isInForceOn(row, on));
  return {
    kind: "MEMBER",
    stage: stageOn(member.officialOn, on),
    activity: activityOn(member.statuses, on),
    branchId: current.branchId,
    guestBranchId: guest?.branchId ?? null,
  };
}

/** What a move between branches is judged by; offices are those in branches. */
export type TransferFacts = {
  readonly memberships: readonly MembershipRow[];
  readonly offices: readonly (Interval & { readonly branchId: string; readonly kind: BranchOfficeKind })[];
  readonly target: Interval & { readonly id: string };
};

/**
 * Why the member cannot move to that branch from that day on. A move is recorded once it has taken effect, and offices
 * in the old branch are ended first, each on its own day.
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

  const held = { startsOn: effectiveOn, endsOn: null };
  const office = facts.offices.find((row) => row.branchId === current.branchId && overlaps(row, held));
  return office ? { reason: "members.errors.holdsBranchOffice", params: { since: typedForm(office.startsOn) } } : null;
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
  const running = facts.memberships.filter((row) => overlaps(row, input));
  if (running.some((row) => row.kind === input.kind)) return { reason: "members.errors.secondBranch" };
  const isGuestAtHome = running.some((row) => row.kind !== input.kind && row.branchId === input.branchId);
  return isGuestAtHome ? { reason: "members.errors.guestAtHome", field: "branchId" } : null;
}

/** Why an exemption, suspension or interruption cannot stand over these days: another stands, or not a member then. */
export function statusObstacle(input: StatusRow, member: MemberFacts): Obstacle | null {
  if (!isOrdered(input)) return { reason: "members.errors.endsBeforeStart" };
  if (standingOn(member, input.startsOn).kind !== "MEMBER") return { reason: "members.errors.notMemberThen" };
  const other = member.statuses.find((status) => overlaps(status, input));
  return other ? { reason: "members.errors.otherStatus", params: { since: typedForm(other.startsOn) } } : null;
}

/** The numbers of a member, as text so that leading zeros stay. */
export type MemberNumbers = {
  readonly cardNumber: string | null;
  readonly oldCardNumber: string | null;
  readonly recordNumber: string | null;
  readonly idNumber: string | null;
  readonly oldIdNumber: string | null;
};

const NUMBER_FORMS: readonly { readonly field: keyof MemberNumbers; readonly form: RegExp; readonly reason: string }[] =
  [
    { field: "cardNumber", form: /^\d{12}$/u, reason: "members.errors.cardNumberForm" },
    { field: "oldCardNumber", form: /^\d{8}$/u, reason: "members.errors.oldCardNumberForm" },
    { field: "recordNumber", form: /^\d{6}[A-Z\u0110]{1,3}$/u, reason: "members.errors.recordNumberForm" },
    { field: "idNumber", form: /^\d{12}$/u, reason: "members.errors.idNumberForm" },
    { field: "oldIdNumber", form: /^\d{9}$/u, reason: "members.errors.oldIdNumberForm" },
  ];

/**
 * Which number is not written as its paper has it: card 12 digits (HD 38-HD/BTCTW 2025), old card 8 digits
 * (QĐ 85-QĐ/TW), record number 6 digits and 1 to 3 capital letters, ID number 12 digits, old ID number 9.
 */
export function memberNumberObstacle(numbers: MemberNumbers): Obstacle | null {
  const wrong = NUMBER_FORMS.find(({ field, form }) => !form.test(numbers[field] ?? "") && numbers[field] !== null);
  return wrong ? { reason: wrong.reason, field: wrong.field } : null;
}

function futureObstacle(dates: MemberDates, today: Day): Obstacle | null {
  const { birthOn, youthUnionOn, admittedOn, ceremonyOn, officialOn, officialDecidedOn, cardIssuedOn } = dates;
  const partial = Object.entries({ birthOn, youthUnionOn }).find(([, of]) => of !== null && isSurelyAfter(of, today));
  const days = { admittedOn, ceremonyOn, officialOn, officialDecidedOn, cardIssuedOn };
  const late = partial ?? Object.entries(days).find(([, of]) => of !== null && of > today);
  return late ? { reason: "members.errors.inFuture", field: late[0] } : null;
}

function birthObstacle({ birthOn, youthUnionOn, admittedOn }: MemberDates): Obstacle | null {
  const born = firstPossibleDay(birthOn);
  if (youthUnionOn !== null && lastPossibleDay(youthUnionOn) <= born) {
    return { reason: "members.errors.youthUnionBeforeBirth", field: "youthUnionOn" };
  }
  if (born >= admittedOn) return { reason: "members.errors.bornAfterAdmission", field: "birthOn" };

  const [birth, admission] = [partsOf(born), partsOf(admittedOn)];
  const months = (admission.year - birth.year) * 12 + admission.month - birth.month;
  return months < ADMISSION_AGE_MONTHS ? { reason: "members.errors.admittedUnderAge", field: "admittedOn" } : null;
}

function orderObstacle(dates: MemberDates): Obstacle | null {
  const { admittedOn, ceremonyOn, officialOn, officialDecidedOn, cardIssuedOn } = dates;
  if (ceremonyOn !== null && ceremonyOn < admittedOn) {
    return { reason: "members.errors.ceremonyBeforeAdmission", field: "ceremonyOn" };
  }
  if (officialOn !== null && officialOn < (ceremonyOn ?? admittedOn)) {
    return { reason: "members.errors.officialBeforeAdmission", field: "officialOn" };
  }
  if (officialDecidedOn !== null && (officialOn === null || officialDecidedOn < officialOn)) {
    return { reason: "members.errors.decidedBeforeOfficial", field: "officialDecidedOn" };
  }
  const isCardEarly = cardIssuedOn !== null && (officialOn === null || cardIssuedOn < officialOn);
  return isCardEarly ? { reason: "members.errors.cardBeforeOfficial", field: "cardIssuedOn" } : null;
}

function daysUntil(gap: Interval, on: Day): number {
  const end = gap.endsOn === null || gap.endsOn > on ? on : gap.endsOn;
  return end <= gap.startsOn ? 0 : daysBetween(gap.startsOn, end);
}
