import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { type Share, shareOf } from "@/lib/core/share";
import {
  assignmentsAddress,
  branchesAddress,
  branchRatingsAddress,
  committeeRatingAddress,
  concurrentHeadsAddress,
  inspectionsAddress,
  type MemberFilter,
  memberRatingsAddress,
  membersAddress,
  type RatingFilter,
} from "@/lib/features/dashboard/rules/addresses";
import type { ParagraphFacts } from "@/lib/features/dashboard/rules/paragraph";
import type { Tally } from "@/lib/features/dashboard/schema";

/** The cards, by their word in the catalogues under `dashboard.cards`. */
export type CardKey =
  | "members"
  | "official"
  | "probationary"
  | "female"
  | "ethnicMinority"
  | "exempt"
  | "suspended"
  | "interrupted"
  | "branches"
  | "heads"
  | "rated"
  | "excellent"
  | "notRated"
  | "branchesRated"
  | "committee"
  | "withMain"
  | "people"
  | "inspections"
  | "inspectedBranches"
  | "inspectedMembers"
  | "discipline";

/** What a card shows; a count of null is one to four persons, hidden from this reader. */
export type CardValue =
  | { readonly kind: "count"; readonly count: number | null }
  | { readonly kind: "share"; readonly share: Share }
  | { readonly kind: "level"; readonly level: RatingLevel | null };

/** What the committee set itself: tenths of a percent, or a count. */
export type Goal = { readonly kind: "tenths" | "count"; readonly value: number };

/** A number with the list behind it, null where the reader may not open the list. */
export type NumberCard = {
  readonly key: CardKey;
  readonly value: CardValue;
  readonly href: string | null;
  readonly goal: Goal | null;
};

/** Cards that belong together. */
export type CardGroup = { readonly key: "organization" | "ratings" | "work"; readonly cards: readonly NumberCard[] };

/** Every number of the year as a card: the organisation, the ratings where any is decided, the committee's work. */
export function yearCards(facts: ParagraphFacts): CardGroup[] {
  const groups: CardGroup[] = [
    { key: "organization", cards: organizationCards(facts) },
    { key: "ratings", cards: ratingCards(facts) },
    { key: "work", cards: workCards(facts) },
  ];
  return groups.filter((group) => group.cards.length > 0);
}

function card(key: CardKey, value: CardValue, href: string | null, goal: Goal | null = null): NumberCard {
  return { key, value, href, goal };
}

function counted(key: CardKey, count: number | null, href: string | null, goal: Goal | null = null): NumberCard {
  return card(key, { kind: "count", count }, count === null ? null : href, goal);
}

function organizationCards({ figures, on, lists }: ParagraphFacts): NumberCard[] {
  const { members, assignments, heads } = figures;
  const open = (filter?: MemberFilter) => (lists.members ? membersAddress(on, filter) : null);
  const sometimes = [
    counted("exempt", members.exempt, open({ status: "EXEMPT" })),
    counted("suspended", members.suspended, open({ status: "SUSPENDED" })),
    counted("interrupted", members.interrupted, open({ status: "INTERRUPTED" })),
  ].filter(({ value }) => value.kind !== "count" || value.count !== 0);
  const share = shareOf(heads.together, heads.villages);
  const headsHref = lists.branches ? concurrentHeadsAddress(on) : null;
  return [
    counted("branches", assignments.branches, lists.branches ? branchesAddress(on) : null),
    counted("members", members.total, open()),
    counted("official", members.official, open({ status: "OFFICIAL" })),
    counted("probationary", members.probationary, open({ status: "PROBATIONARY" })),
    counted("female", members.female, open({ sex: "FEMALE" })),
    counted("ethnicMinority", members.ethnicMinority, open({ ethnicity: "MINORITY" })),
    ...sometimes,
    ...(heads.villages === 0 ? [] : [card("heads", { kind: "share", share }, headsHref)]),
  ];
}

function ratingCards({ figures, year, lists }: ParagraphFacts): NumberCard[] {
  const { members, branches, committee, targets } = figures.ratings;
  const ofMembers = (level: RatingFilter) => (lists.ratings ? memberRatingsAddress(year, level) : null);
  const cards: NumberCard[] = [];
  if (members && members.rated > 0) {
    cards.push(
      card("rated", shareOfTally(members), ofMembers("GOOD_OR_BETTER"), tenths(targets.MEMBERS_GOOD_OR_BETTER)),
    );
    cards.push(counted("excellent", members.EXCELLENT, ofMembers("EXCELLENT")));
    cards.push(counted("notRated", members.notRated, ofMembers("NOT_RATED")));
  }
  if (branches && branches.rated > 0) {
    const href = lists.ratings ? branchRatingsAddress(year, "GOOD_OR_BETTER") : null;
    cards.push(card("branchesRated", shareOfTally(branches), href, tenths(targets.BRANCHES_GOOD_OR_BETTER)));
  }
  if (committee) {
    const href = lists.ratings ? committeeRatingAddress(year) : null;
    cards.push(card("committee", { kind: "level", level: committee }, href));
  }
  return cards;
}

function workCards({ figures, year, on, lists }: ParagraphFacts): NumberCard[] {
  const { assignments, inspections } = figures;
  const board = lists.assignments ? assignmentsAddress(on) : null;
  const to = (part: "events" | "branches" | "members" | "discipline") =>
    lists.inspections ? inspectionsAddress(year, part) : null;
  const planned = figures.ratings.targets.INSPECTIONS;
  const goal: Goal | null = planned === undefined ? null : { kind: "count", value: planned };
  const some = [
    counted("inspectedBranches", inspections.branches, to("branches")),
    counted("inspectedMembers", inspections.members, to("members")),
    counted("discipline", inspections.withDiscipline, to("discipline")),
  ];
  return [
    counted("withMain", assignments.branchesWithMain, board),
    counted("people", assignments.people, board),
    counted("inspections", inspections.events, to("events"), goal),
    ...(inspections.events === 0 ? [] : some),
  ];
}

function shareOfTally(tally: Tally): CardValue {
  return { kind: "share", share: shareOf(tally.goodOrBetter, tally.rated) };
}

function tenths(value: number | undefined): Goal | null {
  return value === undefined ? null : { kind: "tenths", value };
}
