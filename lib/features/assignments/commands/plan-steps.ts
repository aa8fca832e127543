import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { DomainError, notFound } from "@/lib/core/errors";
import { canReadPlans } from "@/lib/features/assignments/policy";
import { findPlanFacts, type StoredPlan } from "@/lib/features/assignments/queries/find-plan-facts";

/** The plan within the actor's scope, with what it is judged by. Refuses with NOT_FOUND. */
export async function loadPlan({ tx, actor }: CommandContext, id: string): Promise<StoredPlan> {
  const found = canReadPlans(actor) ? await findPlanFacts(tx, actor.committeeId, id) : null;
  if (!found) throw notFound();
  return found;
}

/** Writes the next state of a plan; an older version, or one that has gone on meanwhile, is a CONFLICT. */
export async function movePlan(
  { tx, actor }: CommandContext,
  { id, version }: { id: string; version: number },
  data: Omit<Parameters<CommandContext["tx"]["assignmentPlan"]["updateMany"]>[0]["data"], "version">,
): Promise<void> {
  const written = await tx.assignmentPlan.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

/** The plan as the audit names it. */
export function planSubject({ plan }: StoredPlan) {
  return { kind: "assignmentPlan", id: plan.id, name: plan.name };
}
