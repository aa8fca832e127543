import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { inForce, withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import type { PostKind } from "@/lib/features/organization/queries/posts";
import { findTrainingRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";
import { canListTraining, canReadPlan, visibleTraining } from "@/lib/features/training/policy";
import { getMemberScope } from "@/lib/features/training/queries/course-people";
import { passedOn } from "@/lib/features/training/rules/courses";
import {
  type Attainments,
  meetsRequirement,
  postsRequiring,
  type Requirement,
  requirementsOf,
} from "@/lib/features/training/rules/requirements";

/** Somebody in posts that require something. */
export type Holder = {
  readonly memberId: string;
  readonly name: string;
  /** The posts by the office and, of a branch or village, its name. */
  readonly posts: readonly { readonly office: HeldPost["office"]; readonly place: string | null }[];
  readonly meets: boolean;
};

/** A requirement of a day with everybody whom it is about. */
export type Gap = {
  readonly requirement: Requirement;
  readonly level: string;
  readonly citation: string | null;
  readonly isConfirmed: boolean;
  readonly holders: readonly Holder[];
};

/** What the rules of a day require of who holds which post; without rules of that day nothing. */
export type GapView = {
  readonly on: Day;
  readonly isOwnOnly: boolean;
  readonly document: string | null;
  readonly gaps: readonly Gap[];
  readonly can: { readonly readPlan: boolean };
};

/** The requirements of a day and who meets them, of the people that the reader sees. Refuses with NOT_FOUND who reads no training. */
export async function getGaps(actor: Actor, on: Day): Promise<GapView> {
  if (!canListTraining(actor)) throw notFound();
  return readAs(actor, (tx) => getGapsIn(tx, actor, on));
}

/** Who of the holders of posts of a kind lacks what is required of them. */
export type PostLack = Pick<Gap, "requirement" | "level"> & {
  readonly post: PostKind;
  readonly memberIds: ReadonlySet<string>;
};

/**
 * Who lacks what, by the kind of post, for lists of posts; empty for who does not read the training of the whole register.
 */
export async function listLacks(actor: Actor, on: Day): Promise<readonly PostLack[]> {
  if (!visibleTraining(actor).all) return [];
  const { gaps } = await readAs(actor, (tx) => getGapsIn(tx, actor, on));
  return gaps.flatMap(({ requirement, level, holders }) => {
    const lacking = holders.filter((one) => !one.meets).map((one) => one.memberId);
    return postsRequiring(requirement).map((post) => ({ post, requirement, level, memberIds: new Set(lacking) }));
  });
}

async function getGapsIn(tx: Tx, actor: Actor, on: Day): Promise<GapView> {
  const isOwnOnly = !visibleTraining(actor).all;
  const rules = await findTrainingRulesOn(tx, actor.committeeId, on);
  const can = { readPlan: canReadPlan(actor) };
  if (!rules) return { on, isOwnOnly, document: null, gaps: [], can };
  const held: Readonly<Record<Requirement, readonly HeldPost[]>> = {
    COMMITTEE_THEORY: await listSeats(tx, actor, on),
    BRANCH_COURSE: await listBranchOffices(tx, actor, on),
    HEAD_SCHOOLING: await listHeads(tx, actor, on),
  };
  const gaps = requirementsOf(rules.parameters).map((one): Gap => {
    const meets = (of: Attainments) => meetsRequirement(one.requirement, of, { rules: rules.parameters, on });
    return { ...one, holders: holdersOf(held[one.requirement], meets) };
  });
  return { on, isOwnOnly, document: rules.document, gaps, can };
}

type HeldPost = {
  readonly office: "SECRETARY" | "DEPUTY" | "STANDING_MEMBER" | "MEMBER" | "COMMITTEE_MEMBER" | "VILLAGE_HEAD";
  readonly place: string | null;
  readonly member: Awaited<ReturnType<typeof listSeats>>[number]["member"];
};

const attainments = {
  id: true,
  fullName: true,
  sortKey: true,
  profile: { select: { theoryLevel: true, education: true } },
  courses: {
    select: { result: true, certificateOn: true, course: { select: { kind: true, startsOn: true, endsOn: true } } },
  },
} as const;

const SEATS = ["SECRETARY", "DEPUTY", "STANDING_MEMBER", "MEMBER"] as const;

async function listSeats(tx: Tx, actor: Actor, on: Day) {
  const rows = await tx.committeeOffice.findMany({
    where: {
      AND: [
        { committeeId: actor.committeeId, kind: { in: [...SEATS] } },
        inForce(on),
        { member: getMemberScope(actor) },
      ],
    },
    relationLoadStrategy: "join",
    select: { kind: true, member: { select: attainments } },
  });
  return rows.flatMap(({ kind, member }) => {
    const office = SEATS.find((one) => one === kind);
    return office ? [{ office, place: null, member }] : [];
  });
}

async function listBranchOffices(tx: Tx, actor: Actor, on: Day): Promise<HeldPost[]> {
  const rows = await tx.branchOffice.findMany({
    where: { AND: [{ committeeId: actor.committeeId }, inForce(on), { member: getMemberScope(actor) }] },
    orderBy: [{ branch: { sortKey: "asc" } }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: { kind: true, branch: { select: { name: true } }, member: { select: attainments } },
  });
  return rows.map(({ kind, branch, member }) => ({ office: kind, place: branch.name, member }));
}

async function listHeads(tx: Tx, actor: Actor, on: Day): Promise<HeldPost[]> {
  const secretary = { branchOffices: { some: { AND: [{ kind: "SECRETARY" as const }, inForce(on)] } } };
  const rows = await tx.civilOffice.findMany({
    where: {
      AND: [{ committeeId: actor.committeeId }, inForce(on), { member: secretary }, { member: getMemberScope(actor) }],
    },
    relationLoadStrategy: "join",
    select: { village: { select: { name: true } }, member: { select: attainments } },
  });
  return rows.map(({ village, member }) => ({ office: "VILLAGE_HEAD", place: village.name, member }));
}

/** Everybody once, by given name, with the posts they hold. */
function holdersOf(posts: readonly HeldPost[], meets: (of: Attainments) => boolean): Holder[] {
  const byMember = Map.groupBy(posts, ({ member }) => member.id);
  const people = [...byMember.values()].flatMap((held) => {
    const [first] = held;
    if (!first) return [];
    const { id, fullName, sortKey } = first.member;
    const names = held.map(({ office, place }) => ({ office, place }));
    return [{ sortKey, memberId: id, name: fullName, posts: names, meets: meets(attainmentsOf(first.member)) }];
  });
  return people
    .toSorted((one, other) => (one.sortKey < other.sortKey ? -1 : 1))
    .map(({ sortKey: _key, ...holder }) => holder);
}

function attainmentsOf({ profile, courses }: HeldPost["member"]): Attainments {
  return {
    theoryLevel: profile?.theoryLevel ?? null,
    education: profile?.education ?? null,
    courses: courses.map(({ course: { kind, ...period }, result, certificateOn }) => {
      const of = { result, certificateOn: fromDbDate(certificateOn), course: withPeriod(period) };
      return { kind, passedOn: passedOn(of) };
    }),
  };
}
