import { type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn, isOrdered, lastDayOf, overlaps } from "@/lib/core/day/interval";
import type {
  BranchOfficeKind,
  CivilOfficeKind,
  CommitteeOfficeKind,
  MemberStatusKind,
  MembershipKind,
} from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type Share, shareOf } from "@/lib/core/share";
import { nameKey } from "@/lib/core/text/fold";

/** Whether probation is over. */
export type MemberStage = "PROBATIONARY" | "OFFICIAL";

/** What Party activity a member takes part in; ACTIVE is the absence of every deviation. */
export type MemberActivity = "ACTIVE" | MemberStatusKind;

/** The days that decide about official standing: of the first admission, and of a re-admission where there is one. */
export type OfficialDays = {
  readonly officialOn: Day | null;
  readonly secondCeremonyOn: Day | null;
  readonly secondOfficialOn: Day | null;
};

/** The official day that counts on that day: until the ceremony of a re-admission the first one, from it on the second. */
export function officialDayOn(of: OfficialDays, on: Day): Day | null {
  return of.secondCeremonyOn !== null && of.secondCeremonyOn <= on ? of.secondOfficialOn : of.officialOn;
}

/** One membership in force on the day that is counted. */
export type HeadcountRow = {
  readonly kind: MembershipKind;
  readonly stage: MemberStage;
  readonly activity: MemberActivity;
};

/** `total` is official + probationary; exempt, suspended and interrupted are inside it and shown apart; guests are not. */
export type Headcount = {
  readonly total: number;
  readonly official: number;
  readonly probationary: number;
  readonly exempt: number;
  readonly suspended: number;
  readonly interrupted: number;
  readonly guests: number;
};

/**
 * The one definition of headcount: official and probationary members of their official branch. Members on temporary
 * activity stay on the headcount of the official branch and are guests of the other.
 */
export function headcount(rows: readonly HeadcountRow[]): Headcount {
  const counted = rows.filter((row) => row.kind === "OFFICIAL");
  const count = (fits: (row: HeadcountRow) => boolean) => counted.filter(fits).length;
  return {
    total: counted.length,
    official: count((row) => row.stage === "OFFICIAL"),
    probationary: count((row) => row.stage === "PROBATIONARY"),
    exempt: count((row) => row.activity === "EXEMPT"),
    suspended: count((row) => row.activity === "SUSPENDED"),
    interrupted: count((row) => row.activity === "INTERRUPTED"),
    guests: rows.length - counted.length,
  };
}

type Identified = Interval & { readonly id: string };
type BranchVillageRow = Interval & { readonly branchId: string; readonly villageId: string };
type BranchOfficeRow = Interval & {
  readonly branchId: string;
  readonly memberId: string;
  readonly kind: BranchOfficeKind;
};
type CivilOfficeRow = Interval & {
  readonly villageId: string;
  readonly memberId: string;
  readonly kind: CivilOfficeKind;
};

/** Everything the share of concurrent village heads is read from; rows of other days may be among them. */
export type VillageHeads = {
  readonly villages: readonly Identified[];
  readonly branchVillages: readonly BranchVillageRow[];
  readonly branchOffices: readonly BranchOfficeRow[];
  readonly civilOffices: readonly CivilOfficeRow[];
};

/** A village that is not headed by the secretary of its branch, and what is missing there. */
export type VillageLacking = {
  readonly villageId: string;
  readonly reason: "NO_BRANCH" | "NO_SECRETARY" | "NO_HEAD" | "DIFFERENT_PERSONS";
};

/** The villages in force on the day (denominator) whose branch secretary of that day is their head of that day. */
export function concurrentHeadShare(
  of: VillageHeads,
  on: Day,
): Share & { readonly together: readonly string[]; readonly lacking: readonly VillageLacking[] } {
  const villages = of.villages.filter((village) => isInForceOn(village, on));
  const found = villages.map((village) => ({ villageId: village.id, reason: whatIsLacking(of, village.id, on) }));
  const lacking = found.filter((row): row is VillageLacking => row.reason !== null);
  const together = found.filter((row) => row.reason === null).map((row) => row.villageId);
  return { ...shareOf(together.length, villages.length), together, lacking };
}

/** An office to be given to a member of the branch. */
export type BranchAppointment = Interval & { readonly memberId: string; readonly kind: BranchOfficeKind };

/** What an appointment is judged by: the branch, its offices of all days, and the person. */
export type BranchAppointmentFacts = {
  readonly branch: Identified;
  readonly offices: readonly BranchOfficeRow[];
  readonly officialOn: Day | null;
  readonly memberships: readonly (Interval & { readonly branchId: string; readonly kind: MembershipKind })[];
  readonly statuses: readonly (Interval & { readonly kind: MemberStatusKind })[];
};

/**
 * Why this person cannot hold this branch office over these days. Probationers do not stand for office (Charter),
 * the branch has one secretary at a time, and one person holds one office of a branch at a time.
 */
export function appointmentObstacle(input: BranchAppointment, facts: BranchAppointmentFacts): Obstacle | null {
  if (!isOrdered(input)) return { reason: "organization.errors.endsBeforeStart" };
  if (!covers(facts.branch, input)) return { reason: "organization.errors.branchNotInForce" };

  const homes = facts.memberships.filter((row) => row.kind === "OFFICIAL" && row.branchId === facts.branch.id);
  if (!homes.some((home) => covers(home, input))) return { reason: "organization.errors.notBranchMember" };
  if (facts.officialOn === null || facts.officialOn > input.startsOn)
    return { reason: "organization.errors.probationary" };

  const deviation = facts.statuses.find((status) => isInForceOn(status, input.startsOn));
  if (deviation) return { reason: "organization.errors.notActive" };

  const offices = facts.offices.filter((office) => office.branchId === facts.branch.id && overlaps(office, input));
  const other = offices.find((office) => office.kind === "SECRETARY");
  if (input.kind === "SECRETARY" && other) return since("organization.errors.secondSecretary", other);
  const own = offices.find((office) => office.memberId === input.memberId);
  return own ? since("organization.errors.alreadyInOffice", own) : null;
}

/** Why this person cannot head this village over these days: one head at a time. */
export function villageHeadObstacle(
  input: Interval,
  facts: { readonly village: Identified; readonly offices: readonly CivilOfficeRow[] },
): Obstacle | null {
  if (!isOrdered(input)) return { reason: "organization.errors.endsBeforeStart" };
  if (!covers(facts.village, input)) return { reason: "organization.errors.villageNotInForce" };
  const other = facts.offices.find((office) => office.villageId === facts.village.id && overlaps(office, input));
  return other ? since("organization.errors.secondVillageHead", other) : null;
}

/** A seat in the committee or its inspection commission. */
export type CommitteeSeat = Interval & { readonly memberId: string; readonly kind: CommitteeOfficeKind };

/** Why this seat cannot be given: outside the term (an open end lasts until it is given up), a second secretary or head, or a second seat in the same body. */
export function committeeSeatObstacle(
  input: CommitteeSeat,
  facts: { readonly term: Interval; readonly seats: readonly CommitteeSeat[] },
): Obstacle | null {
  if (!isOrdered(input)) return { reason: "organization.errors.endsBeforeStart" };
  const isInTerm = isInForceOn(facts.term, input.startsOn) && (input.endsOn === null || covers(facts.term, input));
  if (!isInTerm) return { reason: "organization.errors.outsideTerm" };

  const seats = facts.seats.filter((seat) => overlaps(seat, input));
  const isSingle = input.kind === "SECRETARY" || input.kind === "INSPECTION_HEAD";
  const holder = seats.find((seat) => isSingle && seat.kind === input.kind);
  if (holder) return since("organization.errors.seatTaken", holder);
  const own = seats.find((seat) => seat.memberId === input.memberId && isCommission(seat) === isCommission(input));
  return own ? since("organization.errors.alreadySeated", own) : null;
}

/** Why something dated (an office, a seat, a grant) cannot end with this last day. */
export function endObstacle(of: Interval, lastDay: Day): Obstacle | null {
  if (lastDay < of.startsOn) return { reason: "organization.errors.endsBeforeStart" };
  const last = lastDayOf(of);
  return last !== null && last <= lastDay ? since("organization.errors.alreadyEnded", of) : null;
}

/** Why this branch cannot be opened: its dates, or another branch of the same name over some of the same days. */
export function branchOpeningObstacle(
  input: Interval & { readonly name: string },
  others: readonly (Interval & { readonly name: string })[],
): Obstacle | null {
  if (!isOrdered(input)) return { reason: "organization.errors.endsBeforeStart" };
  const same = others.find((other) => nameKey(other.name) === nameKey(input.name) && overlaps(other, input));
  return same ? { reason: "organization.errors.branchNameTaken", params: { name: same.name } } : null;
}

/** Why this branch cannot be closed after that day: members or offices would outlast it. */
export function branchClosingObstacle(
  branch: Interval,
  lastDay: Day,
  rows: { readonly memberships: readonly Interval[]; readonly offices: readonly Interval[] },
): Obstacle | null {
  const ended = endObstacle(branch, lastDay);
  if (ended) return ended;

  const outlasts = (row: Interval) => isOrdered(row) && (lastDayOf(row) ?? "9999-12-31") > lastDay;
  const members = rows.memberships.filter(outlasts).length;
  if (members > 0) return { reason: "organization.errors.branchHasMembers", params: { count: members } };
  const offices = rows.offices.filter(outlasts).length;
  return offices > 0 ? { reason: "organization.errors.branchHasOffices", params: { count: offices } } : null;
}

function whatIsLacking(of: VillageHeads, villageId: string, on: Day): VillageLacking["reason"] | null {
  const branchIds = of.branchVillages
    .filter((link) => link.villageId === villageId && isInForceOn(link, on))
    .map((link) => link.branchId);
  if (branchIds.length === 0) return "NO_BRANCH";

  const secretaries = of.branchOffices.filter(
    (office) => office.kind === "SECRETARY" && branchIds.includes(office.branchId) && isInForceOn(office, on),
  );
  if (secretaries.length === 0) return "NO_SECRETARY";

  const heads = of.civilOffices.filter((office) => office.villageId === villageId && isInForceOn(office, on));
  if (heads.length === 0) return "NO_HEAD";
  const isTogether = heads.some((head) => secretaries.some((secretary) => secretary.memberId === head.memberId));
  return isTogether ? null : "DIFFERENT_PERSONS";
}

function covers(outer: Interval, inner: Interval): boolean {
  if (inner.startsOn < outer.startsOn) return false;
  return outer.endsOn === null || (inner.endsOn !== null && inner.endsOn <= outer.endsOn);
}

function isCommission(seat: CommitteeSeat): boolean {
  return seat.kind.startsWith("INSPECTION");
}

function since(reason: string, of: Interval): Obstacle {
  return { reason, params: { since: typedForm(of.startsOn) } };
}

/** Whether the seat is one of the committee itself; the inspection commission alone makes nobody a committee member. */
export function isCommitteeSeat(kind: CommitteeOfficeKind): boolean {
  return kind !== "INSPECTION_HEAD" && kind !== "INSPECTION_DEPUTY" && kind !== "INSPECTION_MEMBER";
}
