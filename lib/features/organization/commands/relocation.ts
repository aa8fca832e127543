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

/** What began before the day and is divided by it, each with the id under which it goes on. */
export function dividedBy(moves: readonly Relocation[], { effectiveOn }: ReorganizationDay) {
  return moves.filter((move) => move.startsOn < effectiveOn).map((move) => ({ move, newId: randomUUID() }));
}

/** What was entered for a later day in a branch that is gone by then, by the branch it belongs to instead. */
export function correctedBy(moves: readonly Relocation[], { effectiveOn }: ReorganizationDay): [string, string[]][] {
  const later = moves.filter((move) => move.startsOn >= effectiveOn);
  const targets = [...new Set(later.flatMap(({ to }) => (to === null ? [] : [to])))];
  return targets.map((target) => [target, later.filter(({ to }) => to === target).map(({ id }) => id)]);
}

/** How the trail tells what has become of things: where each left, and where it goes on, or which branch it has instead. */
export function changesOf(
  record: string,
  moves: readonly Relocation[],
  { day, divided }: { day: ReorganizationDay; divided: ReturnType<typeof dividedBy> },
): AuditChange[] {
  const newIds = new Map(divided.map(({ move, newId }) => [move.id, newId]));
  return moves.flatMap((move) => changesOfOne(record, move, { day, newId: newIds.get(move.id) ?? null }));
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
