import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { notFound } from "@/lib/core/errors";
import { inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { listBranchTerms } from "@/lib/features/organization/queries/branch-terms";
import { canKeepRegulations, canListRegulations, visibleRegulations } from "@/lib/features/working-regulations/policy";
import {
  listViews,
  type RegulationView,
  regulationsOfBranch,
} from "@/lib/features/working-regulations/queries/find-regulations";
import { regulationStanding } from "@/lib/features/working-regulations/rules";
import type { RegulationStanding } from "@/lib/features/working-regulations/schema";

/** A branch with the regulations it works by on a day, or those that come; `termStartsOn` is the first day of its last term. */
export type BranchRegulation = {
  readonly branchId: string;
  readonly branch: string;
  readonly standing: RegulationStanding;
  readonly termStartsOn: Day | null;
  readonly regulation: RegulationView | null;
};

/** How the branches of today that the reader reads stand with their working regulations, by name. Refuses with NOT_FOUND who reads none. */
export async function listRegulationStandings(actor: Actor): Promise<BranchRegulation[]> {
  if (!canListRegulations(actor)) throw notFound();
  const { committeeId, today } = actor;
  const reach = visibleRegulations(actor);
  const [terms, rows] = await Promise.all([
    listBranchTerms(actor, today),
    readAs(actor, (tx) =>
      tx.branch.findMany({
        where: { AND: [{ committeeId }, inForce(today), reach.all ? {} : { id: { in: reach.branchIds } }] },
        orderBy: [{ sortKey: "asc" }, { id: "asc" }],
        relationLoadStrategy: "join",
        select: { id: true, name: true, startsOn: true, endsOn: true, regulations: regulationsOfBranch },
      }),
    ),
  ]);
  return rows.map((row) => {
    const branch = periodOf(row);
    const views = listViews(actor, row.regulations, branch, today);
    const days = views.map((one) => ({ ...one, isAnnulled: one.standing === "ANNULLED" }));
    const termStartsOn = terms?.find(({ branchId }) => branchId === row.id)?.term?.startsOn ?? null;
    return {
      ...{ branchId: row.id, branch: row.name, termStartsOn },
      standing: regulationStanding(days, { branch, termStartsOn }, today),
      regulation: views.find(({ standing }) => standing === "IN_FORCE") ?? null,
    };
  });
}

/** A branch of today without working regulations, in force or to come. */
export type MissingRegulation = {
  readonly branchId: string;
  readonly branch: string;
  readonly can: { readonly record: boolean };
};

/** The branches of today, of those that the actor reads, that have no working regulations; by name. */
export async function listMissingRegulations(actor: Actor): Promise<MissingRegulation[]> {
  const reach = visibleRegulations(actor);
  if (!reach.all && reach.branchIds.length === 0) return [];
  const { committeeId, today } = actor;
  const rows = await readAs(actor, (tx) =>
    tx.branch.findMany({
      where: {
        AND: [{ committeeId }, inForce(today), reach.all ? {} : { id: { in: reach.branchIds } }],
        regulations: { none: { annulledOn: null } },
      },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
  return rows.map(({ id, name }) => ({ branchId: id, branch: name, can: { record: canKeepRegulations(actor, id) } }));
}
