import { addDays, type Day, daysBetween, fullYearsBetween, type PartialDay, partsOf } from "@/lib/core/day";
import { type Interval, inForceOn, isInForceOn } from "@/lib/core/day/interval";
import { firstPossibleDay, isSurelyAfter, lastPossibleDay } from "@/lib/core/day/partial-day";
import type { MemberStatusKind, MembershipEnd, MembershipKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import {
  type MemberActivity,
  type MemberStage,
  type OfficialDays,
  officialDayOn,
} from "@/lib/features/organization/rules";

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

/** A stay in a branch. */
export type MembershipRow = Interval & {
  readonly branchId: string;
  readonly kind: MembershipKind;
  readonly endReason: MembershipEnd | null;
};
/** A deviation from ordinary Party activity. */
export type StatusRow = Interval & { readonly kind: MemberStatusKind };

/** What a member's standing is read from. */
export type MemberFacts = {
  readonly dates: OfficialDays;
  readonly memberships: readonly MembershipRow[];
  readonly statuses: readonly StatusRow[];
};

/**
 * Where and how a member stands on a day. `guestBranchId` is a branch of temporary activity; a GUEST belongs to another Party
 * organisation and is here for a time.
 */
export type Standing =
  | {
      readonly kind: "MEMBER";
      readonly stage: MemberStage;
      readonly activity: MemberActivity;
      readonly branchId: string;
      readonly guestBranchId: string | null;
    }
  | { readonly kind: "GUEST"; readonly branchId: string }
  | { readonly kind: "NOT_YET" }
  | { readonly kind: "LEFT"; readonly reason: MembershipEnd | null };

/** How somebody leaves the Party itself, not only this Party organisation. */
const OUT_OF_THE_PARTY: readonly (MembershipEnd | null)[] = ["RESIGNED", "REMOVED", "EXPELLED"];

/**
 * The time outside the Party: from the day somebody has left it to the decision that admitted them again, open where there
 * is none. Moving to another Party organisation is no time outside.
 */
export function timeOutside(memberships: readonly MembershipRow[], readmittedOn: Day | null): Interval[] {
  return memberships.flatMap((row) => {
    if (row.kind !== "OFFICIAL" || row.endsOn === null || !OUT_OF_THE_PARTY.includes(row.endReason)) return [];
    const isEnded = readmittedOn !== null && readmittedOn > row.endsOn;
    return [{ startsOn: row.endsOn, endsOn: isEnded ? readmittedOn : null }];
  });
}

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
  const guest = member.memberships.find((row) => row.kind === "TEMPORARY" && isInForceOn(row, on));
  if (current === undefined && guest) return { kind: "GUEST", branchId: guest.branchId };
  if (current === undefined) {
    const ended = official.filter((row) => row.endsOn !== null && row.endsOn <= on);
    const last = ended.toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1))[0];
    return last ? { kind: "LEFT", reason: last.endReason } : { kind: "NOT_YET" };
  }
  return {
    kind: "MEMBER",
    stage: stageOn(officialDayOn(member.dates, on), on),
    activity: activityOn(member.statuses, on),
    branchId: current.branchId,
    guestBranchId: guest?.branchId ?? null,
  };
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
