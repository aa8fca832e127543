import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canKnowReorganizations, canProposeReorganization } from "@/lib/features/reorganizations/policy";
import { listHanging } from "@/lib/features/reorganizations/queries/list-hanging";
import { listStanding } from "@/lib/features/reorganizations/queries/list-standing";
import { listUnfinished, type UnfinishedThing } from "@/lib/features/reorganizations/queries/list-unfinished";
import { type StandingBranch, sharedOutIn } from "@/lib/features/reorganizations/rules/plan";
import type { Hanging } from "@/lib/features/reorganizations/rules/settling";
import type { ReorganizationChoice } from "@/lib/features/reorganizations/schema";

/** What a reorganisation of these branches has to settle, before it is proposed. */
export type ReorganizationDraft = {
  readonly olds: readonly StandingBranch[];
  readonly survivor: StandingBranch | null;
  /** How many branches are opened. */
  readonly openedCount: number;
  /** What has to be shared out; a member's dossier goes with the member. */
  readonly things: readonly Hanging[];
  readonly unfinished: readonly UnfinishedThing[];
};

/** The branches that stand today, to choose from. Refuses who may not propose: FORBIDDEN, or NOT_FOUND who knows no branches. */
export function listReorganizable(actor: Actor): Promise<StandingBranch[]> {
  return readAs(actor, async (tx) => {
    requireProposer(actor);
    const standing = await listStanding(tx, actor.committeeId);
    return standing.filter((branch) => branch.endsOn === null);
  });
}

/** What hangs on the chosen branches and what is unfinished there. Refuses as `listReorganizable` does, and a branch that is not there. */
export function getReorganizationDraft(actor: Actor, choice: ReorganizationChoice): Promise<ReorganizationDraft> {
  return readAs(actor, async (tx) => {
    requireProposer(actor);
    const { kind, from, survivorId, effectiveOn: on, parts } = choice;
    const standing = await listStanding(tx, actor.committeeId);
    const olds = standing.filter((branch) => from.includes(branch.id));
    if (olds.length < new Set(from).size) throw notFound();
    const survivor = olds.find((branch) => branch.id === survivorId && kind !== "RENAME") ?? null;
    const places = olds.map(({ id: branchId, ...branch }) => {
      return { branchId, ...branch, part: branchId === survivor?.id ? ("CONTINUED" as const) : ("CLOSED" as const) };
    });
    const branchIds = sharedOutIn({ kind, places }).map((place) => place.branchId);
    const things = await listHanging(tx, actor.committeeId, { branchIds, on });
    const opened = kind === "SPLIT" ? parts : 1;
    return {
      olds,
      survivor,
      openedCount: survivor ? opened - 1 : opened,
      things: things.filter((thing) => thing.kind !== "DOSSIER" || thing.memberId === null),
      unfinished: await listUnfinished(tx, actor.committeeId, branchIds),
    };
  });
}

function requireProposer(actor: Actor): void {
  if (!canKnowReorganizations(actor)) throw notFound();
  authorize(canProposeReorganization(actor));
}
