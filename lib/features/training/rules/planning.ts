import { type Day, type PartialDay, typedForm, yearOf } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { PlannedPost, Sex } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { ageOn } from "@/lib/features/members/rules";
import type { PlanningParameters } from "@/lib/features/rule-sets/schema/cadres";
import type { CoursePerson } from "@/lib/features/training/rules/courses";
import type { PlanTerm } from "@/lib/features/training/schema/planning";

/** A committee is elected for so many years; where the next term begins and ends is only proposed by it. */
const TERM_YEARS = 5;

type Fraction = { readonly numerator: number; readonly denominator: number };

/** The term that follows the running one, as far as it is known: people are planned for it. */
export function nextTerm(current: Interval | null, today: Day): PlanTerm {
  const from = current === null ? yearOf(today) : yearOf(current.endsOn ?? current.startsOn);
  const start = current !== null && current.endsOn === null ? from + TERM_YEARS : from;
  return { from: start, to: start + TERM_YEARS };
}

/**
 * Why these people cannot be planned: the decision has not been taken yet or somebody was no member that day, the term ends
 * before it begins, or a branch is named of a post that is of none, and the other way round.
 */
export function planObstacle(
  input: {
    readonly post: PlannedPost;
    readonly branchId: string | null;
    readonly termFrom: number;
    readonly termTo: number;
    readonly decidedOn: Day;
  },
  people: readonly CoursePerson[],
  today: Day,
): Obstacle | null {
  const { post, branchId, termFrom, termTo, decidedOn } = input;
  if (termTo <= termFrom) return { reason: "training.errors.termEndsBeforeStart", field: "termTo" };
  if (post === "BRANCH_LEADER" && branchId === null) return { reason: "training.errors.noBranch", field: "branchId" };
  if (post !== "BRANCH_LEADER" && branchId !== null) {
    return { reason: "training.errors.branchOfCommittee", field: "branchId" };
  }
  if (decidedOn > today) return { reason: "training.errors.decisionInFuture", field: "decidedOn" };
  const stranger = people.find(({ stays }) => !stays.some((stay) => isInForceOn(stay, decidedOn)));
  if (!stranger) return null;
  const params = { name: stranger.name, day: typedForm(decidedOn) };
  return { reason: "training.errors.noMemberThatDay", params, field: "memberId" };
}

/** Why somebody cannot be taken off the plan: done already, before it was decided, or in the future. */
export function endPlanObstacle(
  planned: { readonly decidedOn: Day; readonly removedOn: Day | null },
  removedOn: Day,
  today: Day,
): Obstacle | null {
  if (planned.removedOn !== null) return { reason: "training.errors.removedAlready" };
  if (removedOn > today) return { reason: "training.errors.removedInFuture", field: "removedOn" };
  if (removedOn >= planned.decidedOn) return null;
  const params = { day: typedForm(planned.decidedOn) };
  return { reason: "training.errors.removedBeforeDecided", params, field: "removedOn" };
}

/** What is expected of the number of people planned for posts, in whole people; null where nobody holds such a post today. */
export function expectedSize(posts: number, { sizeFrom, sizeTo, peoplePerPost }: PlanningParameters) {
  if (posts === 0) return null;
  return {
    least: Math.ceil((posts * sizeFrom.value.numerator) / sizeFrom.value.denominator),
    most: Math.floor((posts * sizeTo.value.numerator) / sizeTo.value.denominator),
    limit: posts * peoplePerPost.value,
  };
}

/** Somebody in the plan, once for each post. */
export type PlannedFacts = { readonly memberId: string; readonly sex: Sex; readonly birthOn: PartialDay | null };

/**
 * The plan as a whole against what is expected of it: of everybody in it once, how many are women and how many are young; who is
 * planned for more posts than one person may be. Who may be young by an incomplete birth date does not count as young.
 */
export function measurePlan(entries: readonly PlannedFacts[], rules: PlanningParameters, on: Day) {
  const people = [...new Map(entries.map((one) => [one.memberId, one])).values()];
  const isYoung = ({ birthOn }: PlannedFacts) => birthOn !== null && ageOn(birthOn, on).atMost < rules.youngUnder.value;
  const postsOf = (id: string) => entries.filter(({ memberId }) => memberId === id).length;
  const share = (part: readonly PlannedFacts[], expected: Fraction) => ({
    part: part.length,
    whole: people.length,
    expected,
    isMet: part.length * expected.denominator >= people.length * expected.numerator,
  });
  return {
    people: people.length,
    women: share(
      people.filter(({ sex }) => sex === "FEMALE"),
      rules.women.value,
    ),
    young: share(people.filter(isYoung), rules.young.value),
    overloaded: people.map(({ memberId }) => memberId).filter((id) => postsOf(id) > rules.postsPerPerson.value),
  };
}
