import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { reachesRegister } from "@/lib/core/policy-table";
import { readAs } from "@/lib/core/query";
import { sortKey } from "@/lib/core/text/sort-key";
import { canOpenBranch } from "@/lib/features/organization/policy";
import {
  canCancelReorganization,
  canConfirmReorganization,
  canKnowReorganizations,
  canReadReorganizationPlans,
} from "@/lib/features/reorganizations/policy";
import { listUnfinished } from "@/lib/features/reorganizations/queries/list-unfinished";
import { answerObstacle, confirmationObstacle } from "@/lib/features/reorganizations/rules/answer";
import { sharedOutIn } from "@/lib/features/reorganizations/rules/plan";

/** A reorganisation as its reader may see it: what, when, by which decision, and for who reads plans who and what goes where. */
export type ReorganizationView = Awaited<ReturnType<typeof readReorganization>>;

/** One reorganisation. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getReorganization(actor: Actor, id: string): Promise<ReorganizationView> {
  return readAs(actor, (tx) => readReorganization(tx, actor, id));
}

async function readReorganization(tx: Tx, actor: Actor, id: string) {
  const { committeeId } = actor;
  const readsPlans = canReadReorganizationPlans(actor);
  if (!canKnowReorganizations(actor)) throw notFound();
  const row = await tx.reorganization.findFirst({
    where: { AND: [{ committeeId, id }, readsPlans ? {} : { state: "CONFIRMED" }] },
    relationLoadStrategy: "join",
    include: {
      branches: { orderBy: { position: "asc" }, select: { branchId: true, part: true, name: true, kind: true } },
      settlements: {
        select: { recordId: true, kind: true, role: true, name: true, fromBranchId: true, toBranchId: true },
      },
    },
  });
  if (!row) throw notFound();
  const { branches, settlements, kind, state, version, decisionNumber, decisionBody, closeReason } = row;
  const effectiveOn = fromDbDate(row.effectiveOn);
  const names = new Map(branches.map((branch) => [branch.branchId, branch.name]));
  const stands = (part: string) => state === "CONFIRMED" || part !== "OPENED";
  const facts = { state, proposedById: row.proposedById, effectiveOn };
  const isWaiting = state === "PROPOSED";
  const shared = sharedOutIn({ kind, places: branches }).map((branch) => branch.branchId);
  return {
    id,
    version,
    kind,
    state,
    effectiveOn,
    decision: { number: decisionNumber, on: fromDbDate(row.decisionOn), body: decisionBody },
    branches: branches.map(({ branchId, part, name, kind: ofKind }) => {
      return { id: branchId, part, name, kind: ofKind, isOpen: stands(part) && canOpenBranch(actor, branchId) };
    }),
    settlements: settlements.toSorted(byGivenName).map(({ recordId, fromBranchId, toBranchId, ...rest }) => {
      const [from, to] = [names.get(fromBranchId) ?? "", toBranchId === null ? null : (names.get(toBranchId) ?? "")];
      return { id: recordId, ...rest, from, to };
    }),
    unfinished: isWaiting ? await listUnfinished(tx, committeeId, shared) : [],
    inspections: isWaiting ? await listOpenInspections(tx, committeeId, shared) : [],
    proposed: { by: row.proposedBy, on: fromDbDate(row.proposedOn) },
    decided: row.decidedBy && row.decidedOn ? { by: row.decidedBy, on: fromDbDate(row.decidedOn) } : null,
    closeReason,
    isOwnProposal: row.proposedById === actor.accountId,
    can: {
      answer: canConfirmReorganization(actor) && answerObstacle(facts, actor.accountId) === null,
      confirm: canConfirmReorganization(actor) && confirmationObstacle(facts, actor.accountId, actor.today) === null,
      cancel: isWaiting && canCancelReorganization(actor),
      readTrail: reachesRegister(actor, "auditTrail", "read"),
    },
  };
}

function byGivenName(one: { name: string }, other: { name: string }): number {
  return sortKey(one.name) < sortKey(other.name) ? -1 : 1;
}

/* Only of the cases that the reader sees: nobody else learns of them here. */
async function listOpenInspections(tx: Tx, committeeId: string, branchIds: readonly string[]) {
  return tx.inspection.findMany({
    where: { committeeId, state: "IN_PROGRESS", subjects: { some: { branchId: { in: [...branchIds] } } } },
    orderBy: { startsOn: "asc" },
    select: { id: true, title: true },
  });
}
