import { addDays, addMonths, addYears, type Day, day, daysBetween, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { BadgeKind, MembershipEnd } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { partyAge } from "@/lib/features/members/rules";
import type { BadgeParameters } from "@/lib/features/rule-sets/schema";

/** A stay in a branch, as far as badges ask: when, and how it ended. */
export type BadgeStay = Interval & { readonly endReason: MembershipEnd | null };

/** What a badge is judged by. `held` are the years of the badges proposed or given. */
export type BadgeFacts = {
  readonly admittedOn: Day;
  /** The time outside the Party, as `timeOutside` of the members tells it. */
  readonly outside: readonly Interval[];
  readonly stays: readonly BadgeStay[];
  readonly held: readonly number[];
};

/** A badge that somebody may be given: for how many years, which are full on `reachedOn`. */
export type DueBadge = { readonly years: number; readonly kind: BadgeKind; readonly reachedOn: Day };

/** An award day of a year with the rule set in force on it. */
export type AwardDay<Rules> = { readonly awardOn: Day; readonly rules: Rules };

type Rules = Pick<BadgeParameters, "milestoneYears" | "earlyMonths" | "posthumousMonths">;

/* Who died so long before an award day is still on its list: the family's papers take their time. */
const REMEMBERED_YEARS = 1;

/** The award days of a year, in order, each under the rule set in force on that very day. */
export function awardDaysOf<Set extends Interval & { readonly parameters: BadgeParameters }>(
  year: number,
  sets: readonly Set[],
): AwardDay<Set>[] {
  return sets
    .flatMap((rules) => rules.parameters.awardDays.value.map((date) => ({ awardOn: day(`${year}-${date}`), rules })))
    .filter(({ awardOn, rules }) => isInForceOn(rules, awardOn))
    .toSorted((one, other) => (one.awardOn < other.awardOn ? -1 : 1));
}

/** The day on which so many years in the Party are full, time outside the Party taken off; null for who has left it for good. */
export function reachedOn(
  { admittedOn, outside }: Pick<BadgeFacts, "admittedOn" | "outside">,
  years: number,
): Day | null {
  let daysOutside = 0;
  for (const gap of outside) {
    const reached = addYears(addDays(admittedOn, daysOutside), years);
    if (gap.startsOn >= reached) return reached;
    if (gap.endsOn === null) return null;
    daysOutside += daysBetween(gap.startsOn, gap.endsOn);
  }
  return addYears(addDays(admittedOn, daysOutside), years);
}

/**
 * The badge that is due on an award day: the highest not held whose years are full by then; after a death within the year
 * before, by so many months later (HD 38-HD/BTCTW 2025, HD 12-HD/BTCTW 2022). Null where none is.
 */
export function dueBadge(
  facts: BadgeFacts,
  awardOn: Day,
  { milestoneYears, posthumousMonths }: Rules,
): DueBadge | null {
  const diedOn = deathBefore(facts.stays, awardOn);
  if (diedOn === null && !isMemberOn(facts.stays, awardOn)) return null;
  if (diedOn !== null && addYears(diedOn, REMEMBERED_YEARS) < awardOn) return null;
  const until = diedOn === null ? awardOn : addMonths(diedOn, posthumousMonths.value);
  const age = partyAge(facts.admittedOn, until, facts.outside);
  const years = milestoneYears.value.filter((one) => one <= age).at(-1);
  if (years === undefined || facts.held.some((one) => one >= years)) return null;
  const reached = reachedOn(facts, years);
  return reached && { years, kind: diedOn === null ? "ON_TIME" : "POSTHUMOUS", reachedOn: reached };
}

/** The next badge, where it may be given on an award day already to who is gravely ill (HD 38-HD/BTCTW 2025). Null where not yet. */
export function earlyBadge(facts: BadgeFacts, awardOn: Day, rules: Rules): DueBadge | null {
  if (!isMemberOn(facts.stays, awardOn)) return null;
  const age = partyAge(facts.admittedOn, awardOn, facts.outside);
  const years = rules.milestoneYears.value.find((one) => one > age && facts.held.every((held) => held < one));
  const reached = years === undefined ? null : reachedOn(facts, years);
  if (years === undefined || reached === null) return null;
  const isNear = addMonths(reached, -earlyMonthsOf(rules, years)) <= awardOn;
  return isNear ? { years, kind: "EARLY", reachedOn: reached } : null;
}

/** Why a paper of that day cannot propose anything: it has not been written yet. */
export function proposalObstacle(proposedOn: Day, today: Day): Obstacle | null {
  return proposedOn > today ? { reason: "badges.errors.paperInFuture", field: "proposedOn" } : null;
}

/** Why badges cannot be proposed for that day: the register holds no rules for it, or they name other days. */
export function awardDayObstacle(awardOn: Day, rules: Pick<BadgeParameters, "awardDays"> | null): Obstacle | null {
  if (rules === null) return { reason: "badges.errors.noRules", params: { day: typedForm(awardOn) }, field: "awardOn" };
  if (rules.awardDays.value.includes(awardOn.slice(5))) return null;
  return { reason: "badges.errors.noAwardDay", params: { day: typedForm(awardOn) }, field: "awardOn" };
}

/** Why a decision of that day cannot give badges: it has not been taken yet, or before they were proposed. */
export function decisionObstacle(decidedOn: Day, proposed: readonly Day[], today: Day): Obstacle | null {
  if (decidedOn > today) return { reason: "badges.errors.paperInFuture", field: "decidedOn" };
  const latest = proposed.toSorted().at(-1);
  if (latest === undefined || decidedOn >= latest) return null;
  return { reason: "badges.errors.decidedBeforeProposed", params: { day: typedForm(latest) }, field: "decidedOn" };
}

/**
 * Why a badge from old papers cannot be true: there is none for these years in any rules the register holds, the years were not
 * full on the day, nor as nearly as those rules ever allowed, or a day is to come.
 */
export function recordObstacle(
  facts: BadgeFacts,
  input: { years: number; awardOn: Day; decidedOn: Day },
  { today, rules }: { today: Day; rules: readonly Rules[] },
): Obstacle | null {
  if (input.awardOn > today) return { reason: "badges.errors.inFuture", field: "awardOn" };
  if (input.decidedOn > today) return { reason: "badges.errors.paperInFuture", field: "decidedOn" };
  if (!rules.some(({ milestoneYears }) => milestoneYears.value.includes(input.years))) {
    return { reason: "badges.errors.noMilestone", params: { years: input.years }, field: "years" };
  }
  if (facts.held.includes(input.years)) {
    return { reason: "badges.errors.held", params: { years: input.years }, field: "years" };
  }
  const reached = reachedOn(facts, input.years);
  const earliest = reached && addMonths(reached, -Math.max(...rules.map((one) => earlyMonthsOf(one, input.years))));
  if (earliest && earliest <= input.awardOn) return null;
  const params = { years: input.years, day: reached ? typedForm(reached) : "" };
  return { reason: "badges.errors.yearsNotFull", params, field: "awardOn" };
}

/** On time, or early where the years were not yet full on the day it was given. */
export function kindOn(facts: BadgeFacts, { years, awardOn }: { years: number; awardOn: Day }): BadgeKind {
  const reached = reachedOn(facts, years);
  return reached !== null && reached <= awardOn ? "ON_TIME" : "EARLY";
}

function earlyMonthsOf({ earlyMonths }: Rules, years: number): number {
  return earlyMonths.value.filter(({ fromYears }) => fromYears <= years).at(-1)?.months ?? 0;
}

function isMemberOn(stays: readonly BadgeStay[], on: Day): boolean {
  return stays.some((stay) => isInForceOn(stay, on));
}

function deathBefore(stays: readonly BadgeStay[], on: Day): Day | null {
  const last = stays.find(({ endReason, endsOn }) => endReason === "DECEASED" && endsOn !== null && endsOn <= on);
  return last?.endsOn ? addDays(last.endsOn, -1) : null;
}
