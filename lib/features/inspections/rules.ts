import { type Day, typedForm, yearOf } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { AddendumState, InspectionMode, InspectionState, TeamRole } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** A branch or a member that is inspected; exactly one of the two. */
export type Subject = { readonly branchId: string | null; readonly memberId: string | null };

/** An inspection or supervision as it is counted. */
export type CountedInspection = {
  readonly id: string;
  readonly year: number;
  readonly mode: InspectionMode;
  readonly state: InspectionState;
  readonly subjects: readonly Subject[];
};

/** The ids behind each number, so that every number opens a list of exactly that many. */
export type InspectionTally = {
  readonly events: readonly string[];
  readonly inspections: readonly string[];
  readonly supervisions: readonly string[];
  readonly branches: readonly string[];
  readonly members: readonly string[];
};

/**
 * The year's inspections and supervisions: one event each, however many subjects; each branch and each member once,
 * however often they were a subject. Only concluded ones count, since an open one must not show, not even in a sum.
 */
export function inspectionTally(all: readonly CountedInspection[], year: number): InspectionTally {
  const counted = all.filter((one) => one.year === year && one.state === "CONCLUDED");
  const subjects = counted.flatMap((one) => one.subjects);
  const ids = (of: readonly CountedInspection[]) => of.map((one) => one.id);
  return {
    events: ids(counted),
    inspections: ids(counted.filter((one) => one.mode === "INSPECTION")),
    supervisions: ids(counted.filter((one) => one.mode === "SUPERVISION")),
    branches: distinct(subjects.map((subject) => subject.branchId)),
    members: distinct(subjects.map((subject) => subject.memberId)),
  };
}

/** The days of an inspection, last days included; the period is what is looked at, the rest is when it is done. */
export type InspectionDates = {
  readonly year: number;
  readonly decidedOn: Day;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
};

/** Why these days do not go together: decision ≤ start ≤ last day, the period in order, the year one of theirs. */
export function inspectionDatesObstacle(dates: InspectionDates, today: Day): Obstacle | null {
  const { year, decidedOn, startsOn, lastDay, periodFrom, periodTo } = dates;
  if (decidedOn > today) return { reason: "inspections.errors.decidedInFuture", field: "decidedOn" };
  if (startsOn < decidedOn) return { reason: "inspections.errors.startsBeforeDecision", field: "startsOn" };
  if (lastDay !== null && lastDay < startsOn) return { reason: "inspections.errors.endsBeforeStart", field: "lastDay" };
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom) {
    return { reason: "inspections.errors.periodBackwards", field: "periodTo" };
  }
  const isItsYear = year >= yearOf(decidedOn) && year <= yearOf(lastDay ?? startsOn);
  return isItsYear ? null : { reason: "inspections.errors.otherYear", params: { year: String(year) }, field: "year" };
}

/** What subjects are judged by: which branches and members existed when the inspection began. */
export type SubjectFacts = {
  readonly startsOn: Day;
  readonly branches: readonly (Interval & { readonly id: string })[];
  readonly memberships: readonly (Interval & { readonly memberId: string })[];
};

/** Why this cannot be the list of subjects: empty, named twice, neither or both, or not of this committee at that time. */
export function subjectsObstacle(subjects: readonly Subject[], facts: SubjectFacts): Obstacle | null {
  const field = "subjects";
  if (subjects.length === 0) return { reason: "inspections.errors.noSubject", field };
  if (subjects.some((subject) => (subject.branchId === null) === (subject.memberId === null))) {
    return { reason: "inspections.errors.subjectUnclear", field };
  }
  const named = [...distinct(subjects.map((one) => one.branchId)), ...distinct(subjects.map((one) => one.memberId))];
  if (named.length < subjects.length) return { reason: "inspections.errors.subjectTwice", field };

  const params = { startsOn: typedForm(facts.startsOn) };
  const branches = facts.branches.filter((branch) => isInForceOn(branch, facts.startsOn)).map((branch) => branch.id);
  if (subjects.some((subject) => subject.branchId !== null && !branches.includes(subject.branchId))) {
    return { reason: "inspections.errors.branchNotInForce", params, field };
  }
  const members = facts.memberships.filter((row) => isInForceOn(row, facts.startsOn)).map((row) => row.memberId);
  const isStranger = subjects.some((subject) => subject.memberId !== null && !members.includes(subject.memberId));
  return isStranger ? { reason: "inspections.errors.memberNotInRegister", params, field } : null;
}

/** A person of the team. */
export type TeamRow = { readonly memberId: string; readonly role: TeamRole };

/**
 * Why this cannot be the team: not exactly one head, a person twice, a subject among them, the secretary of a branch that
 * is a subject, or who has declared a conflict (SOD-4). `secretaryIds` are the secretaries of the branches among the subjects.
 */
export function teamObstacle(
  team: readonly TeamRow[],
  subjects: readonly Subject[],
  secretaryIds: readonly string[],
  recusedIds: readonly string[] = [],
): Obstacle | null {
  const field = "team";
  if (team.filter((row) => row.role === "HEAD").length !== 1) return { reason: "inspections.errors.oneHead", field };
  const ids = team.map((row) => row.memberId);
  if (distinct(ids).length < ids.length) return { reason: "inspections.errors.teamMemberTwice", field };
  const subjectMemberIds = subjects.flatMap(({ memberId }) => memberId ?? []);
  return impartialityObstacle(ids, { subjectMemberIds, secretaryIds, recusedIds }, field);
}

/** Who is not to be of the team of a case. */
export type Impartiality = {
  readonly subjectMemberIds: readonly string[];
  readonly secretaryIds: readonly string[];
  readonly recusedIds: readonly string[];
};

/** Why these people cannot be of the team: a subject, the secretary of a subject branch or a recused person is among them. */
export function impartialityObstacle(ids: readonly string[], of: Impartiality, field: string): Obstacle | null {
  const isAmong = (named: readonly string[]) => named.some((id) => ids.includes(id));
  if (isAmong(of.subjectMemberIds)) return { reason: "inspections.errors.subjectInTeam", field };
  if (isAmong(of.secretaryIds)) return { reason: "inspections.errors.secretaryInTeam", field };
  return isAmong(of.recusedIds) ? { reason: "inspectionDuties.errors.recusedInTeam", field } : null;
}

/** Why the inspection cannot be concluded so: concluded already, before its start, in the future, or without words. */
export function conclusionObstacle(
  inspection: { readonly state: InspectionState; readonly startsOn: Day },
  input: { readonly conclusion: string; readonly concludedOn: Day },
  today: Day,
): Obstacle | null {
  if (inspection.state === "CONCLUDED") return { reason: "inspections.errors.alreadyConcluded" };
  if (input.concludedOn > today) return { reason: "inspections.errors.concludedInFuture", field: "concludedOn" };
  if (input.concludedOn < inspection.startsOn) {
    return { reason: "inspections.errors.concludedBeforeStart", field: "concludedOn" };
  }
  return input.conclusion.trim() === ""
    ? { reason: "inspections.errors.conclusionMissing", field: "conclusion" }
    : null;
}

/** Why what was found cannot be written: the case is concluded, and its conclusion frozen. */
export function findingObstacle(state: InspectionState): Obstacle | null {
  return state === "CONCLUDED" ? { reason: "inspections.errors.alreadyConcluded" } : null;
}

/** Why nothing can be added to the conclusion: it has not been issued, and is written instead. */
export function addendumObstacle(state: InspectionState): Obstacle | null {
  return state === "CONCLUDED" ? null : { reason: "inspectionProgress.errors.notConcluded" };
}

/** Why a decision on an addendum is none: it has been decided already, or refuses without a reason. */
export function addendumDecisionObstacle(
  state: AddendumState,
  { decision, refusal }: { readonly decision: "CONFIRMED" | "REFUSED"; readonly refusal: string | null },
): Obstacle | null {
  if (state !== "TO_CONFIRM") return { reason: "inspectionProgress.errors.addendumDecided" };
  const isSilent = decision === "REFUSED" && refusal === null;
  return isSilent ? { reason: "inspectionProgress.errors.refusalReason", field: "refusal" } : null;
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
