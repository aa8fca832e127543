import type { Day } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";

/** Somebody in charge of a branch for a time, mainly or in support. */
export type Charge = Interval & { readonly branchId: string; readonly memberId: string; readonly memberName: string };

/** A monthly meeting that a branch held. */
export type HeldMonthly = { readonly id: string; readonly branchId: string; readonly heldOn: Day };

/** A visit report, of a meeting where it names one. */
export type ReportedVisit = {
  readonly id: string;
  readonly branchId: string;
  readonly visitorId: string;
  readonly meetingId: string | null;
};

/** Everything that the figures of a year of visits are counted from. */
export type VisitYearFacts = {
  readonly charges: readonly Charge[];
  readonly meetings: readonly HeldMonthly[];
  readonly reports: readonly ReportedVisit[];
};

/** A monthly meeting held while somebody was in charge of the branch, with each of them and the report on attending it. */
export type ChargedMeeting = HeldMonthly & {
  readonly people: readonly { readonly memberId: string; readonly name: string; readonly reportId: string | null }[];
};

/** Whose meetings are asked for; null is everybody's, or every branch's. */
export type MeetingQuestion = {
  readonly branch: string | null;
  readonly person: string | null;
  readonly part: "ALL" | "ATTENDED";
};

/**
 * The monthly meetings held while a person, or anybody, was in charge of the branch; of ATTENDED those that the person, or any
 * of them, reported on attending. Figures count this list and screens show it, so that number and list are the same.
 */
export function meetingsInCharge(facts: VisitYearFacts, { branch, person, part }: MeetingQuestion): ChargedMeeting[] {
  return facts.meetings.flatMap((meeting) => {
    if (branch !== null && meeting.branchId !== branch) return [];
    const people = peopleAt(facts, meeting);
    const asked = people.filter((one) => person === null || one.memberId === person);
    const isIn = part === "ALL" ? asked.length > 0 : asked.some((one) => one.reportId !== null);
    return isIn ? [{ ...meeting, people }] : [];
  });
}

function peopleAt({ charges, reports }: VisitYearFacts, meeting: HeldMonthly): ChargedMeeting["people"] {
  const there = charges.filter((one) => one.branchId === meeting.branchId && isInForceOn(one, meeting.heldOn));
  const people = new Map(there.map((one) => [one.memberId, one.memberName]));
  return [...people].map(([memberId, name]) => {
    const report = reports.find((one) => one.meetingId === meeting.id && one.visitorId === memberId);
    return { memberId, name, reportId: report?.id ?? null };
  });
}
