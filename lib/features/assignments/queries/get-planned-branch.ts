import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inForceOn } from "@/lib/core/day/interval";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canPlanAssignments } from "@/lib/features/assignments/policy";
import { findPlanFacts } from "@/lib/features/assignments/queries/find-plan-facts";
import { branchCountsOf, followedIn } from "@/lib/features/assignments/rules/planning";

/** What the form of one branch of a draft shows: who may be chosen, with the load planned so far, who is, and who was. */
export type PlannedBranchForm = Awaited<ReturnType<typeof getPlannedBranch>>;

/** One branch of a draft. Refuses with NOT_FOUND who may not change it, and a plan that is no draft. */
export async function getPlannedBranch(actor: Actor, planId: string, branchId: string) {
  if (!canPlanAssignments(actor)) throw notFound();
  return readAs(actor, async (tx) => {
    const found = await findPlanFacts(tx, actor.committeeId, planId);
    const branch = found?.facts.branches.find((one) => one.id === branchId);
    if (!found || !branch || found.plan.state !== "DRAFT") throw notFound();
    const { plan, facts } = found;
    const seated = [...facts.seats].filter(([, days]) => inForceOn(days, plan.startsOn).length > 0);
    const people = await tx.member.findMany({
      where: { committeeId: actor.committeeId, id: { in: seated.map(([id]) => id) } },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, fullName: true },
    });
    const planned = facts.planned.filter((place) => place.branchId === branchId);
    const isSeated = (id: string) => people.some((person) => person.id === id);
    return {
      plan: { id: plan.id, version: plan.version, name: plan.name, startsOn: plan.startsOn },
      branch: { id: branch.id, name: branch.name },
      people: people.map(({ id, fullName }) => ({ id, name: fullName, load: branchCountsOf(id, facts.planned) })),
      mainId: planned.find((place) => place.role === "MAIN")?.memberId ?? null,
      supportingIds: planned.filter((place) => place.role === "SUPPORTING").map((place) => place.memberId),
      leaving: planned.filter((place) => !isSeated(place.memberId)).map((place) => place.memberName),
      held: followedIn(facts).filter((place) => place.branchId === branchId),
    };
  });
}
