import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { type Interval, isInForceOn, lastDayOf, overlaps } from "@/lib/core/day/interval";
import type { BranchOfficeKind } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { inForce, withPeriod } from "@/lib/core/period";
import { reachesBranch } from "@/lib/core/policy-table";
import { readAs } from "@/lib/core/query";
import {
  canEditBranchTerms,
  canListBranches,
  canOpenBranch,
  visibleBranchTerms,
} from "@/lib/features/organization/policy";
import type { PersonName } from "@/lib/features/organization/queries/branches";
import { standingOn, withinBranch } from "@/lib/features/organization/rules/branch-terms";
import type { TermStanding } from "@/lib/features/organization/schema/branch-terms";
import { findTermRulesOn, getTermParameters } from "@/lib/features/rule-sets/queries/rule-sets";

const period = { startsOn: true, endsOn: true } as const;
const newestFirst = { startsOn: "desc" } as const;
const termColumns = {
  id: true,
  number: true,
  congressOn: true,
  decisionNumber: true,
  version: true,
  ...period,
  ruleSet: { select: { document: true, parameters: true } },
} as const;

/** A term of a branch's committee. `endsBy` is the rule its end was reckoned by, where nobody decided it. */
export type BranchTermView = {
  readonly id: string;
  readonly number: number;
  readonly congressOn: Day;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly decisionNumber: string | null;
  readonly endsBy: { readonly document: string; readonly isConfirmed: boolean } | null;
  readonly version: number;
};

/** The terms of one branch, newest first, each with who held an office in it; how the branch stands on the day. */
export type BranchTerms = {
  readonly standing: TermStanding;
  readonly terms: readonly (BranchTermView & {
    readonly isInForce: boolean;
    readonly officers: readonly (PersonName & { readonly kind: BranchOfficeKind })[];
  })[];
  readonly can: { readonly edit: boolean };
};

/** A branch in force on a day with the term it has or had last. */
export type BranchTermRow = {
  readonly branchId: string;
  readonly branchName: string;
  readonly standing: TermStanding;
  readonly term: BranchTermView | null;
};

/** The terms of one branch as of a day, or null for who may not read them. An office is of every term that it reaches into. */
export async function findBranchTerms(actor: Actor, branchId: string, on: Day): Promise<BranchTerms | null> {
  if (!reachesBranch(actor, "branchTerm", "read", branchId)) return null;
  return readAs(actor, async (tx) => {
    const row = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: branchId },
      relationLoadStrategy: "join",
      select: {
        ...period,
        terms: { orderBy: newestFirst, select: termColumns },
        offices: {
          orderBy: [{ kind: "asc" }, { startsOn: "asc" }],
          select: { memberId: true, kind: true, ...period, member: { select: { fullName: true } } },
        },
      },
    });
    if (!row) return null;
    const rules = await findTermRulesOn(tx, actor.committeeId, on);
    const branch = withPeriod(row);
    const terms = row.terms.map((term) => withinBranch(withPeriod(term), branch));
    const offices = row.offices.map(withPeriod);
    return {
      standing: standingOn(terms, on, rules?.parameters.reminderMonths.value ?? null).standing,
      terms: terms.map((term) => {
        const held = offices.filter((office) => overlaps(office, term));
        const officers = held.map(({ memberId, member, kind }) => ({ id: memberId, name: member.fullName, kind }));
        return { ...viewOf(term), isInForce: isInForceOn(term, on), officers: onceEach(officers) };
      }),
      can: { edit: canEditBranchTerms(actor) },
    };
  });
}

/** The branches in force on a day whose terms the reader may read, each with how it stands; null for who may not list branches. */
export async function listBranchTerms(actor: Actor, on: Day): Promise<BranchTermRow[] | null> {
  if (!canListBranches(actor)) return null;
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const visible = visibleBranchTerms(actor);
    const rows = await tx.branch.findMany({
      where: { AND: [{ committeeId }, inForce(on), visible.all ? {} : { id: { in: visible.branchIds } }] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { id: true, name: true, terms: { select: termColumns } },
    });
    const rules = await findTermRulesOn(tx, committeeId, on);
    return rows.map(({ id, name, terms }): BranchTermRow => {
      const { term, standing } = standingOn(terms.map(withPeriod), on, rules?.parameters.reminderMonths.value ?? null);
      return { branchId: id, branchName: name, standing, term: term && viewOf(term) };
    });
  });
}

/** How many branches of the reader's scope have a term today that ends soon, and how many one that is over: the rows of `listBranchTerms`. */
export async function countTermsToRenew(actor: Actor): Promise<{ ending: number; over: number }> {
  const rows = (await listBranchTerms(actor, actor.today)) ?? [];
  const count = (standing: TermStanding) => rows.filter((row) => row.standing === standing).length;
  return { ending: count("ENDING"), over: count("OVER") };
}

/** The branch and the number of its next term, for the form that opens it. Refuses as `getBranchTerm` does. */
export function getNextBranchTerm(actor: Actor, branchId: string): Promise<{ branchName: string; number: number }> {
  return readAs(actor, async (tx) => {
    const branch = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: branchId },
      relationLoadStrategy: "join",
      select: { name: true, terms: { select: { number: true } } },
    });
    if (!branch || !canOpenBranch(actor, branchId)) throw notFound();
    authorize(canEditBranchTerms(actor));
    const last = Math.max(0, ...branch.terms.map(({ number }) => number));
    return { branchName: branch.name, number: last + 1 };
  });
}

/** One term of a branch, for the form that moves its end. Refuses as the command does: FORBIDDEN, or NOT_FOUND for what may not be read. */
export function getBranchTerm(
  actor: Actor,
  branchId: string,
  id: string,
): Promise<BranchTermView & { branchName: string }> {
  return readAs(actor, async (tx) => {
    const row = await tx.branchTerm.findFirst({
      where: { committeeId: actor.committeeId, id, branchId },
      relationLoadStrategy: "join",
      select: { ...termColumns, branch: { select: { name: true } } },
    });
    if (!row) throw notFound();
    authorize(canEditBranchTerms(actor));
    return { ...viewOf(withPeriod(row)), branchName: row.branch.name };
  });
}

type TermRow = Interval & {
  id: string;
  number: number;
  congressOn: Date;
  decisionNumber: string | null;
  version: number;
  ruleSet: { document: string; parameters: unknown } | null;
};

function viewOf(row: TermRow): BranchTermView {
  const { id, number, decisionNumber, version, startsOn, ruleSet } = row;
  const dates = { congressOn: fromDbDate(row.congressOn), startsOn, lastDay: lastDayOf(row) };
  const endsBy = ruleSet && {
    document: ruleSet.document,
    isConfirmed: getTermParameters(ruleSet.parameters).branchTermMonths.certainty === "CONFIRMED",
  };
  return { id, number, ...dates, decisionNumber, endsBy, version };
}

function onceEach<Officer extends PersonName & { readonly kind: BranchOfficeKind }>(
  all: readonly Officer[],
): Officer[] {
  return all.filter((one, at) => all.findIndex((other) => other.id === one.id && other.kind === one.kind) === at);
}
