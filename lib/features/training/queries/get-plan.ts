import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, yearOf } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import {
  type CommitteeOfficeKind,
  type CourseKind,
  PlannedPost,
  type RatingLevel,
  type TheoryLevel,
} from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce, withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { ageOn } from "@/lib/features/members/rules";
import { findPlanningRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";
import { canEndPlan, canPlanPeople, canReadPlan } from "@/lib/features/training/policy";
import { listPlanRows, type PlanRow } from "@/lib/features/training/queries/list-plan-rows";
import { expectedSize, measurePlan, nextTerm } from "@/lib/features/training/rules/planning";
import type { PlanTerm } from "@/lib/features/training/schema/planning";

/** Somebody planned for a post, with what is looked at when people are chosen. */
export type PlannedView = {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly branch: string | null;
  /** In full years; from and to differ where the birth date is not known to the day. */
  readonly age: { readonly atLeast: number; readonly atMost: number } | null;
  readonly theoryLevel: TheoryLevel | null;
  readonly passed: readonly CourseKind[];
  /** The last three years, newest first; null where nothing was decided, NOT_RATED where that was. */
  readonly ratings: readonly { readonly year: number; readonly level: RatingLevel | "NOT_RATED" | null }[];
  readonly decisionNumber: string;
  readonly decidedOn: Day;
};

/** A post with how many there are of it today, what is expected, and everybody planned for it. */
export type PostPlan = {
  readonly post: PlannedPost;
  readonly branchId: string | null;
  readonly place: string | null;
  readonly posts: number;
  readonly expected: ReturnType<typeof expectedSize>;
  readonly people: readonly PlannedView[];
};

/** Who is planned for the posts of a term, measured against the rules of today; without rules nothing is expected. */
export type PlanView = {
  readonly term: PlanTerm;
  readonly terms: readonly PlanTerm[];
  readonly document: string | null;
  readonly youngUnder: number | null;
  readonly measured: ReturnType<typeof measurePlan> | null;
  readonly overloaded: readonly string[];
  readonly plans: readonly PostPlan[];
  readonly can: { readonly plan: boolean; readonly end: boolean };
};

/** The plan for a term, or for the next one. Refuses with NOT_FOUND who may not know of it. */
export async function getPlan(actor: Actor, asked: PlanTerm | null): Promise<PlanView> {
  if (!canReadPlan(actor)) throw notFound();
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const running = await tx.term.findFirst({
      where: { AND: [{ committeeId }, inForce(today)] },
      select: { startsOn: true, endsOn: true },
    });
    const next = nextTerm(running && withPeriod(running), today);
    const stored = await tx.plannedPerson.findMany({
      where: { committeeId },
      distinct: ["termFrom", "termTo"],
      orderBy: [{ termFrom: "asc" }, { termTo: "asc" }],
      select: { termFrom: true, termTo: true },
    });
    const isNext = ({ from, to }: PlanTerm) => from === next.from && to === next.to;
    const known = stored.map(({ termFrom, termTo }) => ({ from: termFrom, to: termTo }));
    const term = asked ?? next;
    const rules = await findPlanningRulesOn(tx, committeeId, today);
    const rows = await listPlanRows(tx, actor, { termFrom: term.from, termTo: term.to });
    const posts = await countPosts(tx, actor);
    const plans = plansOf(rows, today).map(({ post, ...plan }) => {
      const number = posts(post);
      return { ...plan, post, posts: number, expected: rules && expectedSize(number, rules.parameters) };
    });
    const facts = rows.map(({ memberId, member, birthOn }) => ({ memberId, sex: member.sex, birthOn }));
    const measured = rules && measurePlan(facts, rules.parameters, today);
    const nameOf = (id: string) => rows.find((row) => row.memberId === id)?.member.fullName ?? "";
    return {
      term,
      terms: [...known, ...(known.some(isNext) ? [] : [next])],
      document: rules?.document ?? null,
      youngUnder: rules?.parameters.youngUnder.value ?? null,
      measured,
      overloaded: (measured?.overloaded ?? []).map(nameOf),
      plans,
      can: { plan: canPlanPeople(actor), end: canEndPlan(actor) },
    };
  });
}

/** The posts of the committee whether anybody is planned for them or not, then those of branches that somebody is planned for. */
function plansOf(rows: readonly PlanRow[], today: Day): Omit<PostPlan, "posts" | "expected">[] {
  const ofCommittee = Object.values(PlannedPost)
    .filter((post) => post !== "BRANCH_LEADER")
    .map((post) => ({ post, branchId: null, place: null, rows: rows.filter((row) => row.post === post) }));
  const byBranch = Map.groupBy(
    rows.filter(({ branchId }) => branchId !== null),
    ({ branchId }) => branchId,
  );
  const ofBranches = [...byBranch].map(([branchId, of]) => {
    return { post: PlannedPost.BRANCH_LEADER, branchId, place: of[0]?.branch?.name ?? null, rows: of };
  });
  return [...ofCommittee, ...ofBranches].map(({ rows: of, ...plan }) => ({
    ...plan,
    people: of.map((row) => viewOf(row, today)),
  }));
}

function viewOf(row: PlanRow, today: Day): PlannedView {
  const { member, birthOn } = row;
  const years = [1, 2, 3].map((back) => yearOf(today) - back);
  return {
    id: row.id,
    memberId: row.memberId,
    name: member.fullName,
    branch: member.memberships[0]?.branch.name ?? null,
    age: birthOn && ageOn(birthOn, today),
    theoryLevel: member.profile?.theoryLevel ?? null,
    passed: [...new Set(member.courses.map(({ course }) => course.kind))],
    ratings: years.map((year) => {
      const found = member.ratings.find(({ round }) => round.year === year);
      return { year, level: found ? (found.level ?? "NOT_RATED") : null };
    }),
    decisionNumber: row.decisionNumber,
    decidedOn: fromDbDate(row.decidedOn),
  };
}

const STANDING: readonly CommitteeOfficeKind[] = ["SECRETARY", "DEPUTY", "STANDING_MEMBER"];
const KINDS: Readonly<Record<Exclude<PlannedPost, "BRANCH_LEADER">, readonly CommitteeOfficeKind[]>> = {
  PARTY_SECRETARY: ["SECRETARY"],
  PARTY_DEPUTY: ["DEPUTY"],
  STANDING_COMMITTEE: STANDING,
  PARTY_COMMITTEE: [...STANDING, "MEMBER"],
  INSPECTION_LEADER: ["INSPECTION_HEAD"],
};

/** How many of a post there are today: as many as hold one; a branch has one secretary. */
async function countPosts(tx: Tx, { committeeId, today }: Actor): Promise<(post: PlannedPost) => number> {
  const held = await tx.committeeOffice.findMany({
    where: { AND: [{ committeeId }, inForce(today)] },
    select: { kind: true },
  });
  return (post) => (post === "BRANCH_LEADER" ? 1 : held.filter(({ kind }) => KINDS[post].includes(kind)).length);
}
