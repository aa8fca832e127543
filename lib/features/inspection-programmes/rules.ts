import { type Day, dayOf, daysInMonth, firstDayOfYear, lastDayOfYear, typedForm, yearOf } from "@/lib/core/day";
import type { InspectionState, InspectionTopic, ProgrammeState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type LineStanding, plannedTopics } from "@/lib/features/inspection-programmes/schema";

/** A line by what its standing follows from; `carriedOut` are the cases that the reader knows of, and no others. */
export type LineFacts = {
  readonly month: number;
  readonly isDropped: boolean;
  readonly isDone: boolean;
  readonly carriedOut: readonly InspectionState[];
};

/** The last day of the month that a line is planned for. */
export function dueDay(year: number, month: number): Day {
  return dayOf(year, month, daysInMonth(year, month)) ?? lastDayOfYear(year);
}

/**
 * How a line stands on a day. A case in progress tells only those who know of it: for everybody else the line stands as if there
 * were none (SOD-6).
 */
export function lineStanding(line: LineFacts, year: number, on: Day): LineStanding {
  if (line.isDropped) return "DROPPED";
  if (line.isDone || line.carriedOut.includes("CONCLUDED")) return "DONE";
  if (line.carriedOut.includes("IN_PROGRESS")) return "UNDER_WAY";
  return dueDay(year, line.month) < on ? "DUE" : "TO_COME";
}

/** How many lines stand in each way. */
export function standingTally(standings: readonly LineStanding[]): Record<LineStanding, number> {
  const tally: Record<LineStanding, number> = { DONE: 0, UNDER_WAY: 0, DUE: 0, TO_COME: 0, DROPPED: 0 };
  for (const standing of standings) tally[standing] += 1;
  return tally;
}

/** The day on which people and branches of a year's programme are looked up: today, or the nearest day of that year. */
export function planDay(year: number, today: Day): Day {
  const [first, last] = [firstDayOfYear(year), lastDayOfYear(year)];
  if (today < first) return first;
  return today > last ? last : today;
}

/** Why no programme of that year can be opened: of one body or branch, and not more than a year ahead. */
export function openingObstacle(
  input: { readonly year: number; readonly body: string | null; readonly branchId: string | null },
  today: Day,
): Obstacle | null {
  if ((input.body === null) === (input.branchId === null)) {
    return { reason: "inspectionProgrammes.errors.ofOneBody", field: "body" };
  }
  const last = yearOf(today) + 1;
  return input.year > last
    ? { reason: "inspectionProgrammes.errors.yearTooFar", params: { last: String(last) }, field: "year" }
    : null;
}

/** Why a programme cannot be issued so: issued before, empty, on a day to come or one that does not belong to its year. */
export function issueObstacle(
  programme: { readonly state: ProgrammeState; readonly year: number; readonly lines: number },
  issuedOn: Day,
  today: Day,
): Obstacle | null {
  const { state, year, lines } = programme;
  if (state === "ISSUED") return { reason: "inspectionProgrammes.errors.issuedBefore" };
  if (lines === 0) return { reason: "inspectionProgrammes.errors.noLines" };
  if (issuedOn > today) return { reason: "inspectionProgrammes.errors.issuedInFuture", field: "issuedOn" };
  const issuedIn = yearOf(issuedOn);
  return issuedIn < year - 1 || issuedIn > year
    ? { reason: "inspectionProgrammes.errors.issuedInOtherYear", params: { year: String(year) }, field: "issuedOn" }
    : null;
}

/** A new line, with those that it names. */
export type NewLine = {
  readonly topic: InspectionTopic;
  readonly remark: string | null;
  readonly branchIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly addedOn: Day | null;
  readonly addedReason: string | null;
};

/** The programme a line is added to, who exists to be named in it, and whom the writer may not name: himself and the branch he leads. */
export type NewLineFacts = {
  readonly state: ProgrammeState;
  readonly issuedOn: Day | null;
  readonly branchId: string | null;
  readonly knownBranchIds: readonly string[];
  readonly knownMemberIds: readonly string[];
  readonly writer: { readonly memberId: string | null; readonly ownBranchIds: readonly string[] };
};

/** Why a line cannot be added so. */
export function newLineObstacle(line: NewLine, facts: NewLineFacts, today: Day): Obstacle | null {
  return topicObstacle(line) ?? subjectsObstacle(line, facts) ?? additionObstacle(line, facts, today);
}

function topicObstacle({ topic, remark }: NewLine): Obstacle | null {
  if (!plannedTopics.includes(topic)) return { reason: "inspectionProgrammes.errors.topicNotPlanned", field: "topic" };
  return topic === "OTHER" && remark === null
    ? { reason: "inspectionProgrammes.errors.sayTopic", field: "remark" }
    : null;
}

function subjectsObstacle({ branchIds, memberIds }: NewLine, facts: NewLineFacts): Obstacle | null {
  const isBranchPlan = facts.branchId !== null;
  const field = isBranchPlan ? "memberIds" : "branchIds";
  const membersField = isBranchPlan ? "memberIds" : "members";
  if (branchIds.length + memberIds.length === 0) {
    return { reason: "inspectionProgrammes.errors.noSubject", field };
  }
  if (isBranchPlan && branchIds.length > 0) return { reason: "inspectionProgrammes.errors.ownMembersOnly", field };
  const named = [...branchIds, ...memberIds];
  if (new Set(named).size < named.length) {
    return { reason: "inspectionProgrammes.errors.subjectTwice", field: membersField };
  }
  if (branchIds.some((id) => !facts.knownBranchIds.includes(id))) {
    return { reason: "inspectionProgrammes.errors.branchNotInForce", field };
  }
  if (memberIds.some((id) => !facts.knownMemberIds.includes(id))) {
    return { reason: "inspectionProgrammes.errors.ownMembersOnly", field: membersField };
  }
  const { memberId, ownBranchIds } = facts.writer;
  const isOwn = memberIds.some((id) => id === memberId) || branchIds.some((id) => ownBranchIds.includes(id));
  return isOwn ? { reason: "inspectionProgrammes.errors.ownSubject", field: membersField } : null;
}

function additionObstacle({ addedOn, addedReason }: NewLine, { state, issuedOn }: NewLineFacts, today: Day) {
  if (state === "DRAFT" || issuedOn === null) return null;
  if (addedOn === null) return { reason: "inspectionProgrammes.errors.sayAddedOn", field: "addedOn" };
  if (addedReason === null) return { reason: "inspectionProgrammes.errors.sayReason", field: "addedReason" };
  return changeDayObstacle(addedOn, issuedOn, today, "addedOn");
}

/** An issued line as what may still happen to it depends on. */
export type IssuedLine = {
  readonly state: ProgrammeState;
  readonly issuedOn: Day | null;
  readonly branchId: string | null;
  readonly isDropped: boolean;
  readonly isDone: boolean;
  readonly isConcluded: boolean;
};

/** Why a line cannot be dropped so. A case in progress is none of the reasons: nobody is to learn of it. */
export function dropObstacle(line: IssuedLine, droppedOn: Day, today: Day): Obstacle | null {
  if (line.state === "DRAFT" || line.issuedOn === null) return { reason: "inspectionProgrammes.errors.notIssued" };
  if (line.isDropped) return { reason: "inspectionProgrammes.errors.droppedBefore" };
  if (line.isDone || line.isConcluded) return { reason: "inspectionProgrammes.errors.carriedOut" };
  return changeDayObstacle(droppedOn, line.issuedOn, today, "droppedOn");
}

/** What a branch says of a line of its plan. */
export type DoneFacts = {
  readonly year: number;
  readonly subjectIds: readonly string[];
  readonly writerId: string | null;
  readonly meetingHeldOn: Day | null;
};

/** Why a line cannot be marked done so. A mark that was wrong is made again; what stood before is in the trail. */
export function doneObstacle(line: IssuedLine, facts: DoneFacts, doneOn: Day, today: Day): Obstacle | null {
  if (line.state === "DRAFT" || line.issuedOn === null) return { reason: "inspectionProgrammes.errors.notIssued" };
  if (line.branchId === null) return { reason: "inspectionProgrammes.errors.doneByCase" };
  if (line.isDropped) return { reason: "inspectionProgrammes.errors.droppedBefore" };
  if (facts.subjectIds.some((id) => id === facts.writerId)) {
    return { reason: "inspectionProgrammes.errors.ownResult" };
  }
  if (doneOn > today) return { reason: "inspectionProgrammes.errors.doneInFuture", field: "doneOn" };
  if (doneOn < firstDayOfYear(facts.year)) {
    const params = { year: String(facts.year) };
    return { reason: "inspectionProgrammes.errors.doneBeforeYear", params, field: "doneOn" };
  }
  return facts.meetingHeldOn !== null && facts.meetingHeldOn < doneOn
    ? {
        reason: "inspectionProgrammes.errors.meetingBeforeDone",
        params: { on: typedForm(facts.meetingHeldOn) },
        field: "meetingId",
      }
    : null;
}

function changeDayObstacle(on: Day, issuedOn: Day, today: Day, field: string): Obstacle | null {
  if (on > today) return { reason: "inspectionProgrammes.errors.changedInFuture", field };
  return on < issuedOn
    ? { reason: "inspectionProgrammes.errors.changedBeforeIssue", params: { on: typedForm(issuedOn) }, field }
    : null;
}
