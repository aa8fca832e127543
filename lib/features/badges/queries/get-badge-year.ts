import "server-only";
import type { Actor } from "@/lib/core/actor";
import {
  addMonths,
  addYears,
  type Day,
  firstDayOfYear,
  fromDbDate,
  lastDayOfYear,
  toDbDate,
  yearOf,
} from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { BadgeKind, BadgeState } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canDecideBadges, canListBadges, canProposeBadges } from "@/lib/features/badges/policy";
import { type BadgeCandidate, findBranchOn, listCandidates } from "@/lib/features/badges/queries/badge-facts";
import { type BadgeRules, listBadgeRules } from "@/lib/features/badges/queries/badge-rules";
import { type AwardDay, awardDaysOf, dueBadge, earlyBadge, reachedOn } from "@/lib/features/badges/rules";

/** Somebody with a badge that is due, possible early, proposed or given. `badge` is null before it is proposed. */
export type BadgeLine = {
  readonly memberId: string;
  readonly name: string;
  readonly branch: string | null;
  readonly admittedOn: Day;
  readonly years: number;
  readonly kind: BadgeKind;
  readonly reachedOn: Day | null;
  readonly badge: StoredBadge | null;
};

type StoredBadge = {
  readonly id: string;
  readonly state: BadgeState;
  readonly version: number;
  readonly proposalNumber: string | null;
  readonly decisionNumber: string | null;
};

/** An award day: the rules in force on it, what has been proposed or given, who is due, and who could be given the next badge early. */
export type BadgeDay = {
  readonly awardOn: Day;
  readonly document: string;
  readonly isConfirmed: boolean;
  readonly proposed: readonly BadgeLine[];
  readonly due: readonly BadgeLine[];
  readonly early: readonly BadgeLine[];
};

/** The award days of a year; none where the register holds no rules for it. */
export type BadgeYear = {
  readonly year: number;
  readonly days: readonly BadgeDay[];
  readonly can: { readonly propose: boolean; readonly decide: boolean };
};

/** Who is due a Party badge on each award day of a year, under the rules in force on that day. Refuses with FORBIDDEN who reads none. */
export async function getBadgeYear(actor: Actor, year: number): Promise<BadgeYear> {
  authorize(canListBadges(actor));
  const days = await readAs(actor, (tx) => listDays(tx, actor, year));
  return { year, days, can: { propose: canProposeBadges(actor), decide: canDecideBadges(actor) } };
}

/**
 * The award days from today to a day of this year or the next, each with who is due then, as `getBadgeYear` tells it. None for who reads
 * none, and no look at the people where no day is that near.
 */
export async function listBadgesDue(actor: Actor, last: Day): Promise<Pick<BadgeDay, "awardOn" | "due">[]> {
  if (!canListBadges(actor)) return [];
  return readAs(actor, async (tx) => {
    const rules = await listBadgeRules(tx, actor);
    const years = [...new Set([yearOf(actor.today), yearOf(last)])];
    const days = years
      .flatMap((year) => awardDaysOf(year, rules))
      .filter(({ awardOn }) => awardOn >= actor.today && awardOn <= last);
    if (days.length === 0) return [];
    const candidates = await listCandidates(tx, actor, { admittedBy: admittedBy(last, days) });
    const due = candidates.flatMap((one) => lineOf(one, days, dueBadge, actor.today));
    return days.map(({ awardOn }) => ({ awardOn, due: due.filter((line) => line.awardOn === awardOn) }));
  });
}

/* The award days of a year, with everybody who stands on them. */
async function listDays(tx: Tx, actor: Actor, year: number): Promise<BadgeDay[]> {
  const rules = await listBadgeRules(tx, actor);
  const days = awardDaysOf(year, rules);
  if (days.length === 0) return [];
  const candidates = await listCandidates(tx, actor, { admittedBy: admittedBy(lastDayOfYear(year), days) });
  const stored = await listStored(tx, actor, year);
  const people = new Map(candidates.map((one) => [one.memberId, one]));
  const lines = (rule: Rule) => candidates.flatMap((one) => lineOf(one, days, rule, actor.today));
  const [due, early] = [lines(dueBadge), lines(earlyBadge)];
  return days.map((day) => ({
    ...dayOf(day, people, stored),
    due: due.filter((line) => line.awardOn === day.awardOn),
    early: early.filter((line) => line.awardOn === day.awardOn),
  }));
}

/* Nobody admitted later reaches the lowest milestone by the last day, however early or after death. */
function admittedBy(last: Day, days: readonly { rules: BadgeRules }[]): Day {
  const parameters = days.map(({ rules }) => rules.parameters);
  const lowest = Math.min(...parameters.flatMap(({ milestoneYears }) => milestoneYears.value));
  const early = parameters.flatMap(({ earlyMonths }) => earlyMonths.value.map(({ months }) => months));
  const later = parameters.map(({ posthumousMonths }) => posthumousMonths.value);
  return addMonths(addYears(last, -lowest), Math.max(...early, ...later));
}

type People = ReadonlyMap<string, BadgeCandidate>;
type Stored = Awaited<ReturnType<typeof listStored>>[number];

async function listStored(tx: Tx, actor: Actor, year: number) {
  const rows = await tx.partyBadge.findMany({
    where: {
      committeeId: actor.committeeId,
      state: { not: "WITHDRAWN" },
      awardOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) },
    },
    orderBy: [{ member: { sortKey: "asc" } }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      memberId: true,
      years: true,
      kind: true,
      state: true,
      awardOn: true,
      version: true,
      proposalNumber: true,
      decisionNumber: true,
    },
  });
  return rows.map(({ awardOn, ...row }) => ({ ...row, awardOn: fromDbDate(awardOn) }));
}

type Award = AwardDay<BadgeRules>;
type Rule = typeof dueBadge;

function dayOf({ awardOn, rules }: Award, people: People, stored: readonly Stored[]) {
  const onDay = stored.filter((badge) => badge.awardOn === awardOn);
  const { milestoneYears, earlyMonths, posthumousMonths, awardDays } = rules.parameters;
  const isConfirmed = [milestoneYears, earlyMonths, posthumousMonths, awardDays].every(
    ({ certainty }) => certainty === "CONFIRMED",
  );
  const proposed = onDay.flatMap((badge) => storedLine(badge, people.get(badge.memberId)));
  return { awardOn, document: rules.document, isConfirmed, proposed };
}

/* Everybody stands on one list of the year: the first that is still to come, else the first. */
function lineOf(one: BadgeCandidate, days: readonly Award[], rule: Rule, today: Day) {
  const fitting = days.flatMap(({ awardOn, rules }) => {
    const found = rule(one, awardOn, rules.parameters);
    return found ? [{ awardOn, ...found }] : [];
  });
  const listed = fitting.find(({ awardOn }) => awardOn >= today) ?? fitting[0];
  if (!listed) return [];
  const { memberId, name, admittedOn } = one;
  return [
    { memberId, name, branch: findBranchOn(one, listed.awardOn)?.name ?? null, admittedOn, ...listed, badge: null },
  ];
}

function storedLine(badge: Stored, one: BadgeCandidate | undefined): BadgeLine[] {
  if (!one) return [];
  const { memberId, years, kind, awardOn, ...stored } = badge;
  const { name, admittedOn } = one;
  const branch = findBranchOn(one, awardOn)?.name ?? null;
  return [{ memberId, name, branch, admittedOn, years, kind, reachedOn: reachedOn(one, years), badge: stored }];
}

/** One award day, as `getBadgeYear` tells it. Refuses besides with NOT_FOUND a day that is none. */
export async function getBadgeDay(actor: Actor, awardOn: Day): Promise<BadgeDay & Pick<BadgeYear, "can">> {
  const { days, can } = await getBadgeYear(actor, yearOf(awardOn));
  const found = days.find((day) => day.awardOn === awardOn);
  if (!found) throw notFound();
  return { ...found, can };
}
