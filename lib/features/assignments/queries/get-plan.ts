import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { CommitteeOfficeKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canIssuePlan, canPlanAssignments, canReadPlans, canTakePlanPaper } from "@/lib/features/assignments/policy";
import { findPlanFacts } from "@/lib/features/assignments/queries/find-plan-facts";
import {
  branchCountsOf,
  changedSince,
  changesIn,
  followedIn,
  gapsIn,
  issueObstacle,
  type Load,
  type PlaceChange,
  type PlanFacts,
  type PlanGap,
} from "@/lib/features/assignments/rules/planning";
import { countMembersOf } from "@/lib/features/organization/queries/count-members";
import { isCommitteeSeat } from "@/lib/features/organization/rules";

/** A branch of a plan: how large it is, and what the plan does to the people in charge of it. */
export type PlanBranch = {
  readonly id: string;
  readonly name: string;
  readonly members: number | null;
  readonly villages: readonly string[];
  readonly changes: readonly PlaceChange[];
  readonly gaps: readonly PlanGap[];
};

/** Somebody of the committee or of the plan: the load before and after, and the members and villages of the branches planned. */
export type PlanPerson = {
  readonly id: string;
  readonly name: string;
  readonly seat: CommitteeOfficeKind | null;
  readonly before: Load;
  readonly after: Load;
  readonly members: number;
  readonly villages: readonly string[];
  readonly changes: readonly PlaceChange[];
};

/** A plan beside what it follows: by branch, by person, what is left to settle, and what the reader may do with it. */
export type PlanView = Awaited<ReturnType<typeof getPlan>>;

/** One plan. Refuses with NOT_FOUND who knows of none. */
export async function getPlan(actor: Actor, id: string) {
  if (!canReadPlans(actor)) throw notFound();
  return readAs(actor, async (tx) => {
    const found = await findPlanFacts(tx, actor.committeeId, id);
    if (!found) throw notFound();
    const { plan, facts } = found;
    const isOpen = plan.state === "DRAFT" || plan.state === "SUBMITTED";
    const gaps = isOpen ? gapsIn(facts) : [];
    const branches = await listBranches(tx, actor, facts, { changes: changesIn(facts), gaps });
    const { comparedWith: _mark, submittedById, closedById: _hand, endsOn, ...shown } = plan;
    return {
      ...shown,
      lastDay: lastDayOf({ startsOn: plan.startsOn, endsOn }),
      dayBefore: addDays(plan.startsOn, -1),
      branches,
      people: await listPeople(tx, actor.committeeId, facts, branches),
      gaps,
      changedSince: plan.state === "SUBMITTED" ? changedSince(plan.comparedWith, facts) : [],
      isOwnSubmission: submittedById === actor.accountId,
      can: {
        change: plan.state === "DRAFT" && canPlanAssignments(actor),
        submit: plan.state === "DRAFT" && canPlanAssignments(actor) && gaps.length === 0,
        answer: plan.state === "SUBMITTED" && canIssuePlan(actor) && submittedById !== actor.accountId,
        issue: canIssuePlan(actor) && issueObstacle(plan, facts, actor.accountId) === null,
        sendBack: plan.state === "SUBMITTED" && (canIssuePlan(actor) || canPlanAssignments(actor)),
        take: (plan.state === "SUBMITTED" || plan.state === "ISSUED") && canTakePlanPaper(actor),
      },
    };
  });
}

async function listBranches(
  tx: Tx,
  actor: Actor,
  { branches, period }: PlanFacts,
  { changes, gaps }: { changes: readonly PlaceChange[]; gaps: readonly PlanGap[] },
): Promise<PlanBranch[]> {
  const ids = branches.map((branch) => branch.id);
  const on = earlier(period.startsOn, actor.today);
  const counts = await countMembersOf(tx, actor, ids, on);
  const links = await tx.branchVillage.findMany({
    where: { AND: [{ committeeId: actor.committeeId, branchId: { in: ids } }, inForce(period.startsOn)] },
    orderBy: { village: { sortKey: "asc" } },
    select: { branchId: true, village: { select: { name: true } } },
  });
  return branches.map(({ id, name }) => ({
    id,
    name,
    members: counts.get(id)?.total ?? null,
    villages: links.filter((link) => link.branchId === id).map((link) => link.village.name),
    changes: changes.filter((change) => change.branchId === id),
    gaps: gaps.filter((gap) => gap.branchId === id),
  }));
}

async function listPeople(
  tx: Tx,
  committeeId: string,
  facts: PlanFacts,
  branches: readonly PlanBranch[],
): Promise<PlanPerson[]> {
  const seats = await tx.committeeOffice.findMany({
    where: { AND: [{ committeeId }, inForce(facts.period.startsOn), { term: inForce(facts.period.startsOn) }] },
    select: { kind: true, memberId: true },
  });
  const inCommittee = seats.filter((seat) => isCommitteeSeat(seat.kind));
  const changes = branches.flatMap((branch) => branch.changes);
  const ids = [...inCommittee, ...changes].map((one) => one.memberId);
  const people = await tx.member.findMany({
    where: { committeeId, id: { in: ids } },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, fullName: true },
  });
  const followed = followedIn(facts);
  return people.map(({ id, fullName }) => {
    const own = branches.filter(({ changes: of }) => of.some((one) => one.memberId === id && one.after !== null));
    return {
      id,
      name: fullName,
      seat: inCommittee.find((seat) => seat.memberId === id)?.kind ?? null,
      before: branchCountsOf(id, followed),
      after: branchCountsOf(id, facts.planned),
      members: own.reduce((sum, branch) => sum + (branch.members ?? 0), 0),
      villages: [...new Set(own.flatMap((branch) => branch.villages))],
      changes: changes.filter((change) => change.memberId === id),
    };
  });
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
