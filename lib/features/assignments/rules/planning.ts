import { addDays, type Day, typedForm } from "@/lib/core/day";
import { type Interval, inForceOn, isInForceOn, overlaps } from "@/lib/core/day/interval";
import type { AssignmentPlanState, AssignmentRole } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { firstUncoveredDay } from "@/lib/features/assignments/rules/assigning";

/** A person's part in a branch. */
export type Place = {
  readonly branchId: string;
  readonly branchName: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly role: AssignmentRole;
};

/** An assignment that a plan has to reckon with. */
export type RunningPlace = Place & Interval & { readonly id: string; readonly version: number };

/**
 * What a plan is judged by, the period being its own: the branches of its first day and those it names, its places, the
 * assignments around it, and by member the days on which a seat of the committee is held. Places and people are in order.
 */
export type PlanFacts = {
  readonly period: Interval;
  readonly branches: readonly (Interval & { readonly id: string; readonly name: string })[];
  readonly planned: readonly Place[];
  readonly running: readonly RunningPlace[];
  readonly seats: ReadonlyMap<string, readonly Interval[]>;
};

/** What the plan does to a person's part in a branch; null where there was none before, or is none after. */
export type PlaceChange = Omit<Place, "role"> & {
  readonly kind: "BEGUN" | "ENDED" | "KEPT" | "MOVED";
  readonly before: AssignmentRole | null;
  readonly after: AssignmentRole | null;
};

/** What stands between a plan and its being issued, and where to put it right. */
export type PlanGap = Obstacle & {
  readonly kind: "unseated" | "branchGone" | "noMain" | "alreadyMade";
  readonly params: { readonly branch: string; readonly name: string; readonly day: string };
  readonly branchId: string;
  readonly memberId: string | null;
};

/** How many branches a person has, by part. */
export type Load = { readonly main: number; readonly supporting: number };

/** The plan's days as far as the branch stands: in one that ends within the plan, nobody is in charge afterwards. */
export function daysIn({ period, branches }: Pick<PlanFacts, "period" | "branches">, branchId: string): Interval {
  const endsOn = branches.find(({ id }) => id === branchId)?.endsOn ?? null;
  return endsOn !== null && (period.endsOn === null || endsOn < period.endsOn) ? { ...period, endsOn } : period;
}

/** The assignments that the plan follows: those in force on the day before it begins, in branches that go on into it. */
export function followedIn({ running, period, branches }: PlanFacts): RunningPlace[] {
  const goOn = new Set(branches.map(({ id }) => id));
  return inForceOn(running, addDays(period.startsOn, -1)).filter(({ branchId }) => goOn.has(branchId));
}

/** Those among them that would last into the plan and are ended by it. */
export function endedIn(facts: PlanFacts): RunningPlace[] {
  return followedIn(facts).filter((one) => one.endsOn === null || one.endsOn > facts.period.startsOn);
}

/** Every part before and after, branch by branch; the parts of after come first, then those that end. */
export function changesIn(facts: PlanFacts): PlaceChange[] {
  const before = followedIn(facts);
  const isSame = (one: Place) => (other: Place) => other.branchId === one.branchId && other.memberId === one.memberId;
  const after = facts.planned.map((place) => changeOf(place, before.find(isSame(place))?.role ?? null, place.role));
  const ended = before
    .filter((place) => !facts.planned.some(isSame(place)))
    .map((place) => changeOf(place, place.role, null));
  const all = [...after, ...ended];
  const branchIds = new Set([...facts.branches.map((branch) => branch.id), ...all.map((one) => one.branchId)]);
  return [...branchIds].flatMap((branchId) => all.filter((one) => one.branchId === branchId));
}

/**
 * What must be settled before the plan can be issued: first whoever holds no seat on some of the days, then people in a branch
 * that does not stand on the first day, branches without a main person, and assignments that have been made for its days already.
 */
export function gapsIn(facts: PlanFacts): PlanGap[] {
  const { period, branches, planned, running, seats } = facts;
  const unseated = planned.flatMap((place): PlanGap[] => {
    const from = firstUncoveredDay(daysIn(facts, place.branchId), seats.get(place.memberId) ?? []);
    return from === null ? [] : [gapOf("unseated", place, from)];
  });
  const standing = inForceOn(branches, period.startsOn);
  const isPlanned = ({ id }: { id: string }) => planned.some((place) => place.branchId === id);
  const gone = branches
    .filter((branch) => !standing.includes(branch) && isPlanned(branch))
    .map(({ id, name }) => gapOf("branchGone", { branchId: id, branchName: name }, period.startsOn));
  const vacant = standing
    .filter(({ id }) => !planned.some((place) => place.branchId === id && place.role === "MAIN"))
    .map(({ id, name }) => gapOf("noMain", { branchId: id, branchName: name }, period.startsOn));
  const made = running
    .filter((one) => one.startsOn >= period.startsOn && overlaps(one, period))
    .map((one) => gapOf("alreadyMade", one, one.startsOn));
  return [...unseated, ...gone, ...vacant, ...made];
}

/** In how many branches a person has which part, among these places. */
export function branchCountsOf(memberId: string, places: readonly Place[]): Load {
  const own = places.filter((place) => place.memberId === memberId);
  const main = own.filter((place) => place.role === "MAIN").length;
  return { main, supporting: own.length - main };
}

/** How an assignment is remembered as it was when a plan was compared with it. */
export function markOf({ id, version }: Pick<RunningPlace, "id" | "version">): string {
  return `${id}@${version}`;
}

/** The assignments around the plan that are not as they were when it was submitted. */
export function changedSince(comparedWith: readonly string[], { running }: PlanFacts): RunningPlace[] {
  return running.filter((one) => !comparedWith.includes(markOf(one)));
}

/** Why a plan cannot be made for these days: they are not in order, or another plan is open for some of them. */
export function openingObstacle(
  period: Interval,
  open: readonly (Interval & { readonly name: string })[],
): Obstacle | null {
  if (period.endsOn !== null && period.endsOn <= period.startsOn) {
    return { reason: "assignments.errors.endsBeforeStart", field: "lastDay" };
  }
  const other = open.find((plan) => overlaps(plan, period));
  return other ? { reason: "assignmentPlans.errors.otherPlan", params: { name: other.name } } : null;
}

/** Why these people cannot be planned for the branch: the plan is no draft, the branch does not stand, somebody has no seat or two parts. */
export function planningObstacle(
  state: AssignmentPlanState,
  { period, seats }: Pick<PlanFacts, "period" | "seats">,
  input: {
    readonly branch: Interval & { readonly name: string };
    readonly main: Person | null;
    readonly supporting: readonly Person[];
  },
): Obstacle | null {
  if (state !== "DRAFT") return { reason: "assignmentPlans.errors.notDraft" };
  const { branch, main, supporting } = input;
  const people = main ? [main, ...supporting] : supporting;
  const day = typedForm(period.startsOn);
  if (people.length > 0 && !isInForceOn(branch, period.startsOn)) {
    return { reason: "assignmentPlans.errors.branchNotStanding", params: { branch: branch.name, day } };
  }
  const twice = supporting.find((person) => person.id === main?.id);
  if (twice) {
    return { reason: "assignmentPlans.errors.twoParts", params: { name: twice.name }, field: "supportingIds" };
  }
  const unseated = people.find(({ id }) => inForceOn(seats.get(id) ?? [], period.startsOn).length === 0);
  return unseated ? { reason: "assignments.errors.noSeat", params: { name: unseated.name, day } } : null;
}

type Person = { readonly id: string; readonly name: string };

/** Why the plan cannot be submitted: it is no draft any more, or something is left to be settled. */
export function submissionObstacle(state: AssignmentPlanState, facts: PlanFacts): Obstacle | null {
  if (state !== "DRAFT") return { reason: "assignmentPlans.errors.notDraft" };
  return gapsIn(facts)[0] ?? null;
}

/**
 * Why this person cannot issue the plan: it has not been submitted, or by the same person (SOD-1), or an assignment has been
 * changed since it was compared, or something is left to be settled.
 */
export function issueObstacle(
  plan: {
    readonly state: AssignmentPlanState;
    readonly submittedById: string | null;
    readonly comparedWith: readonly string[];
  },
  facts: PlanFacts,
  accountId: string | null,
): Obstacle | null {
  if (plan.state !== "SUBMITTED") return { reason: "assignmentPlans.errors.notSubmitted" };
  if (plan.submittedById === accountId) return { reason: "assignmentPlans.errors.submitterIssues" };
  const [changed] = changedSince(plan.comparedWith, facts);
  if (changed) {
    const params = { name: changed.memberName, branch: changed.branchName };
    return { reason: "assignmentPlans.errors.changedSince", params };
  }
  return gapsIn(facts)[0] ?? null;
}

function changeOf(
  { branchId, branchName, memberId, memberName }: Place,
  before: AssignmentRole | null,
  after: AssignmentRole | null,
): PlaceChange {
  return { kind: kindOf(before, after), branchId, branchName, memberId, memberName, before, after };
}

function kindOf(before: AssignmentRole | null, after: AssignmentRole | null): PlaceChange["kind"] {
  if (before === null) return "BEGUN";
  if (after === null) return "ENDED";
  return before === after ? "KEPT" : "MOVED";
}

function gapOf(kind: PlanGap["kind"], of: Pick<Place, "branchId" | "branchName"> & Partial<Place>, from: Day): PlanGap {
  const { branchId, branchName: branch, memberId = null, memberName: name = "" } = of;
  const params = { branch, name, day: typedForm(from) };
  return { kind, reason: `assignmentPlans.gaps.${kind}`, params, branchId, memberId };
}
