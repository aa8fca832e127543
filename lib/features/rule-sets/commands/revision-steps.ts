import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { DomainError, notFound } from "@/lib/core/errors";
import { periodOf } from "@/lib/core/period";
import { canReadRevisions } from "@/lib/features/rule-sets/policy";

/** A next version of a rule set as it stands, with the one it follows. */
export type StoredRevision = Awaited<ReturnType<typeof loadRevision>>;

/** The next version within the actor's scope, with the rule set it follows. Refuses with NOT_FOUND. */
export async function loadRevision({ tx, actor }: CommandContext, id: string) {
  const { committeeId } = actor;
  const found = canReadRevisions(actor)
    ? await tx.ruleRevision.findUnique({ where: { committeeId_id: { committeeId, id } }, include: { ruleSet: true } })
    : null;
  if (!found) throw notFound();
  const { ruleSet, startsOn, ...revision } = found;
  return { ...revision, startsOn: fromDbDate(startsOn), followed: { ...ruleSet, period: periodOf(ruleSet) } };
}

/** Writes the next state of a next version; an older version, or one that has gone on meanwhile, is a CONFLICT. */
export async function moveRevision(
  { tx, actor }: CommandContext,
  { id, version }: { id: string; version: number },
  data: Omit<Parameters<CommandContext["tx"]["ruleRevision"]["updateMany"]>[0]["data"], "version">,
): Promise<void> {
  const written = await tx.ruleRevision.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

/** The next version as the audit names it. */
export function revisionSubject({ id, document }: Pick<StoredRevision, "id" | "document">) {
  return { kind: "ruleRevision", id, name: document };
}

/** The stored parameters as an object, as every rule set has them. */
export function parametersIn(stored: unknown): object {
  if (typeof stored !== "object" || stored === null) throw new TypeError("A rule set has no parameters.");
  return stored;
}
