import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { DomainError, notFound } from "@/lib/core/errors";
import type { Plan } from "@/lib/features/reorganizations/rules/plan";

/** A reorganisation as commands judge and write it. */
export type StoredReorganization = Awaited<ReturnType<typeof loadReorganization>>;

/** The reorganisation within the actor's scope, with its plan. Refuses with NOT_FOUND. */
export async function loadReorganization({ tx, actor }: CommandContext, id: string) {
  const row = await tx.reorganization.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: {
      branches: { orderBy: { position: "asc" }, select: { branchId: true, part: true, name: true, kind: true } },
      settlements: { select: { recordId: true, toBranchId: true } },
    },
  });
  if (!row) throw notFound();
  const { branches, settlements, ...rest } = row;
  const effectiveOn = fromDbDate(row.effectiveOn);
  const settled = new Map(settlements.map((one) => [one.recordId, one.toBranchId]));
  const plan: Plan = { kind: row.kind, effectiveOn, places: branches, settled };
  const name = branches.map((place) => place.name).join(", ");
  return { ...rest, effectiveOn, decisionOn: fromDbDate(row.decisionOn), plan, name };
}

/** Writes the answer to a proposal; an older version, or one answered meanwhile, is a CONFLICT. */
export async function answerReorganization(
  { tx, actor }: CommandContext,
  { id, version }: { id: string; version: number },
  data: Omit<Parameters<CommandContext["tx"]["reorganization"]["updateMany"]>[0]["data"], "version">,
): Promise<void> {
  const written = await tx.reorganization.updateMany({
    where: { committeeId: actor.committeeId, id, version, state: "PROPOSED" },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
