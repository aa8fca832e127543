import type { Day } from "@/lib/core/day";
import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { type Share, shareOf } from "@/lib/core/share";
import {
  assignmentsAddress,
  branchesAddress,
  branchMembersRatingsAddress,
  branchRatingsAddress,
  committeeRatingAddress,
  concurrentHeadsAddress,
  inspectionsAddress,
  memberRatingsAddress,
  membersAddress,
} from "@/lib/features/dashboard/rules/addresses";
import type { BranchFigures, Tally, YearFigures } from "@/lib/features/dashboard/schema";

/** The sentences of the paragraph, by their place in the catalogues under `dashboard.paragraph`. */
export type SentenceKey =
  | "organization"
  | "organizationUnnamed"
  | "assignments"
  | "heads"
  | "noHeads"
  | "inspectionsOfBoth"
  | "inspectionsOfBranches"
  | "inspectionsOfMembers"
  | "discipline"
  | "noDiscipline"
  | "memberRatings"
  | "memberExcellent"
  | "notRated"
  | "branchRatings"
  | "committeeRating"
  | "branchTarget"
  | "branch"
  | "branchRated";

/** What a sentence is filled with; how it is written belongs to the language of the reader. */
export type Filling =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "share"; readonly share: Share }
  | { readonly kind: "tenths"; readonly tenths: number }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "level"; readonly level: RatingLevel }
  | { readonly kind: "name"; readonly name: string };

/**
 * One sentence. `links` names every marked number of the sentence (`n1`, `n2` …) and the list behind it; null where the
 * reader may know the number but not the list.
 */
export type Sentence = {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, Filling>>;
  readonly links: Readonly<Record<string, string | null>>;
};

/** The lists that the reader reads in full. */
export type OpenLists = Readonly<
  Record<"members" | "branches" | "assignments" | "ratings" | "inspections" | "committee", boolean>
>;

/** What the paragraph is told of. `ownBranches` are told in sentences of their own, with links to their members. */
export type ParagraphFacts = {
  readonly year: number;
  readonly on: Day;
  readonly figures: YearFigures;
  readonly lists: OpenLists;
  readonly ownBranches: readonly BranchFigures[];
};

/** The year in one paragraph: what has not been decided, or is not there, is left out of it. */
export function yearParagraph(facts: ParagraphFacts): Sentence[] {
  return [
    organization(facts),
    ...assignments(facts),
    ...heads(facts),
    ...inspections(facts),
    ...memberRatings(facts),
    ...branchRatings(facts),
    ...committeeRating(facts),
    ...target(facts),
    ...facts.ownBranches.map((branch) => ownBranch(branch, facts)),
  ];
}

const count = (of: number): Filling => ({ kind: "count", count: of });
const shareFilling = (of: Pick<Tally, "goodOrBetter" | "rated">): Filling => ({
  kind: "share",
  share: shareOf(of.goodOrBetter, of.rated),
});

function openIf(isOpen: boolean, address: string): string | null {
  return isOpen ? address : null;
}

function organization({ figures, on, lists }: ParagraphFacts): Sentence {
  const body = figures.body;
  const named: Record<string, Filling> = body ? { body: { kind: "name", name: body.name } } : {};
  return {
    key: body ? "organization" : "organizationUnnamed",
    values: {
      ...named,
      day: { kind: "day", day: on },
      branches: count(figures.assignments.branches),
      members: count(figures.members.total),
    },
    links: { n1: openIf(lists.branches, branchesAddress(on)), n2: openIf(lists.members, membersAddress(on)) },
  };
}

function assignments({ figures, on, lists }: ParagraphFacts): Sentence[] {
  const { branches, branchesWithMain, people } = figures.assignments;
  if (people === 0) return [];
  const href = openIf(lists.assignments, assignmentsAddress(on));
  const values = { people: count(people), withMain: count(branchesWithMain), branches: count(branches) };
  return [{ key: "assignments", values, links: { n1: href, n2: href } }];
}

function heads({ figures, on, lists }: ParagraphFacts): Sentence[] {
  const { villages, together, schooled } = figures.heads;
  if (villages === 0) return [];
  if (together === 0) return [{ key: "noHeads", values: { villages: count(villages) }, links: {} }];
  const values: Record<string, Filling> = {
    share: { kind: "share", share: shareOf(together, villages) },
    schooled: { kind: "share", share: shareOf(schooled, together) },
  };
  const n1 = openIf(lists.branches, concurrentHeadsAddress(on));
  return [{ key: "heads", values, links: { n1, n2: schooled === together ? n1 : null } }];
}

function inspections({ figures, year, lists }: ParagraphFacts): Sentence[] {
  const { events, branches, members, withDiscipline } = figures.inspections;
  if (events === 0) return [];
  const to = (part: "events" | "branches" | "members" | "discipline") =>
    openIf(lists.inspections, inspectionsAddress(year, part));
  const values: Record<string, Filling> = { year: { kind: "year", year }, events: count(events) };
  const outcome: Sentence =
    withDiscipline === 0
      ? { key: "noDiscipline", values: {}, links: {} }
      : { key: "discipline", values: { count: count(withDiscipline) }, links: { n1: to("discipline") } };

  if (members === 0) {
    const links = { n1: to("events"), n2: to("branches") };
    return [{ key: "inspectionsOfBranches", values: { ...values, branches: count(branches) }, links }, outcome];
  }
  if (branches === 0) {
    const links = { n1: to("events"), n2: to("members") };
    return [{ key: "inspectionsOfMembers", values: { ...values, members: count(members) }, links }, outcome];
  }
  const all = { ...values, branches: count(branches), members: count(members) };
  const links = { n1: to("events"), n2: to("branches"), n3: to("members") };
  return [{ key: "inspectionsOfBoth", values: all, links }, outcome];
}

function memberRatings({ figures, year, lists }: ParagraphFacts): Sentence[] {
  const tally = figures.ratings.members;
  if (tally === null || tally.rated === 0) return [];
  const to = (level: "GOOD_OR_BETTER" | "EXCELLENT" | "NOT_RATED") =>
    openIf(lists.ratings, memberRatingsAddress(year, level));
  const sentences: Sentence[] = [
    { key: "memberRatings", values: { share: shareFilling(tally) }, links: { n1: to("GOOD_OR_BETTER") } },
  ];
  if (tally.EXCELLENT) {
    sentences.push({
      key: "memberExcellent",
      values: { count: count(tally.EXCELLENT) },
      links: { n1: to("EXCELLENT") },
    });
  }
  if (tally.notRated) {
    sentences.push({ key: "notRated", values: { count: count(tally.notRated) }, links: { n1: to("NOT_RATED") } });
  }
  return sentences;
}

function branchRatings({ figures, year, lists }: ParagraphFacts): Sentence[] {
  const tally = figures.ratings.branches;
  if (tally === null || tally.rated === 0) return [];
  const href = openIf(lists.ratings, branchRatingsAddress(year, "GOOD_OR_BETTER"));
  return [{ key: "branchRatings", values: { share: shareFilling(tally) }, links: { n1: href } }];
}

function committeeRating({ figures, year, lists }: ParagraphFacts): Sentence[] {
  const level = figures.ratings.committee;
  if (level === null) return [];
  const href = openIf(lists.ratings, committeeRatingAddress(year));
  return [{ key: "committeeRating", values: { level: { kind: "level", level } }, links: { n1: href } }];
}

function target({ figures, year }: ParagraphFacts): Sentence[] {
  const tenths = figures.next.BRANCHES_GOOD_OR_BETTER;
  if (tenths === undefined) return [];
  const values: Record<string, Filling> = {
    next: { kind: "year", year: year + 1 },
    target: { kind: "tenths", tenths },
  };
  return [{ key: "branchTarget", values, links: {} }];
}

function ownBranch(branch: BranchFigures, { on, year }: ParagraphFacts): Sentence {
  const n1 = membersAddress(on, { branch: branch.id });
  const values: Record<string, Filling> = {
    branch: { kind: "name", name: branch.name },
    members: count(branch.members),
  };
  if (branch.rated === 0) return { key: "branch", values, links: { n1 } };
  const n2 = branchMembersRatingsAddress(year, branch.id, "GOOD_OR_BETTER");
  return { key: "branchRated", values: { ...values, share: shareFilling(branch) }, links: { n1, n2 } };
}
