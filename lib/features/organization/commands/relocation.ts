import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import { addDays, type Day, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { DomainError } from "@/lib/core/errors";

/* Steps of the command that confirms a reorganisation; each runs in its transaction and under its event. */

/** Something that leaves its branch for another one, or ends with it where `to` is null. */
export type Relocation = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

/** The day and paper of a reorganisation, and the names of its branches by id. */
export type ReorganizationDay = {
  readonly effectiveOn: Day;
  readonly decisionNumber: string;
  readonly decisionOn: Day;
  readonly names: ReadonlyMap<string, string>;
};

/** Those that last longer than the day, for a `where`. */
export function lastingAfter(day: Day) {
  return { OR: [{ endsOn: null }, { endsOn: { gt: toDbDate(day) } }] };
}

/** Refuses with CONFLICT where not everything was written: somebody has changed it meanwhile. */
export function requireAll(written: { readonly count: number }, wanted: number): void {
  if (written.count !== wanted) throw new DomainError("CONFLICT", "refusals.conflict");
}

/** What is done to one table: each row is ended, goes on under an id of its own, or gets another branch. */
export type RelocatedTable<Row extends { readonly id: string }> = {
  readonly record: string;
  readonly find: (ids: string[]) => Promise<Row[]>;
  /** Ends these, where they still last longer than the day; answers how many did. */
  readonly end: (moves: readonly Relocation[]) => Promise<{ readonly count: number }>;
  readonly begin: (next: readonly { readonly row: Row; readonly id: string; readonly branchId: string }[]) => unknown;
  readonly correct: (branchId: string, ids: string[]) => unknown;
};

/**
 * Takes things out of their branches on the day: what began before it ends and goes on where it has a successor, what was
 * entered for a later day gets the successor for its branch. Answers what the trail tells of it. Refuses with CONFLICT
 * where something has been changed meanwhile.
 */
export async function relocate<Row extends { readonly id: string }>(
  moves: readonly Relocation[],
  day: ReorganizationDay,
  { record, find, end, begin, correct }: RelocatedTable<Row>,
): Promise<AuditChange[]> {
  const begun = moves.filter(({ startsOn }) => startsOn < day.effectiveOn);
  const newIds = new Map(begun.map(({ id }) => [id, randomUUID()]));
  const rows = new Map((await find([...newIds.keys()])).map((row) => [row.id, row]));
  requireAll(await end(begun), begun.length);
  await begin(
    begun.flatMap(({ id: oldId, to }) => {
      const [row, id] = [rows.get(oldId), newIds.get(oldId)];
      return row && id && to !== null ? [{ row, id, branchId: to }] : [];
    }),
  );
  for (const [branchId, ids] of laterByBranch(moves, day)) await correct(branchId, ids);
  return moves.flatMap((move) => changesOfOne(record, move, { day, newId: newIds.get(move.id) ?? null }));
}

/* What was entered for a later day in a branch that is gone by then, by the branch it belongs to instead. */
function laterByBranch(moves: readonly Relocation[], { effectiveOn }: ReorganizationDay): [string, string[]][] {
  const later = moves.filter(({ startsOn }) => startsOn >= effectiveOn);
  const targets = [...new Set(later.flatMap(({ to }) => (to === null ? [] : [to])))];
  return targets.map((target) => [target, later.filter(({ to }) => to === target).map(({ id }) => id)]);
}

function changesOfOne(
  record: string,
  { id, name, from, to, endsOn }: Relocation,
  { day, newId }: { day: ReorganizationDay; newId: string | null },
): AuditChange[] {
  const { effectiveOn, names, decisionNumber } = day;
  if (newId === null) {
    const [before, after] = [names.get(from) ?? "", names.get(to ?? "") ?? ""];
    return [{ record, recordId: id, before: { name, branch: before }, after: { name, branch: after } }];
  }
  const branch = names.get(from) ?? "";
  const [wasLast, isLast] = [lastDayOf({ startsOn: effectiveOn, endsOn }), addDays(effectiveOn, -1)];
  const left = {
    record,
    recordId: id,
    before: { name, branch, lastDay: wasLast },
    after: { name, branch, lastDay: isLast },
  };
  const next = { name, branch: names.get(to ?? "") ?? "", startsOn: effectiveOn, lastDay: wasLast, decisionNumber };
  return to === null ? [left] : [left, { record, recordId: newId, before: null, after: next }];
}
