import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { addDays, type Day, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { BranchKind } from "@/lib/core/db/generated/enums";
import { DomainError } from "@/lib/core/errors";
import { collationKey } from "@/lib/core/text/sort-key";

/* Steps of the command that confirms a reorganisation; each runs in its transaction and under its event. */

/** Something that leaves its branch for another one, or ends with it where `to` is null. */
export type Relocation = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
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

/** How the trail tells that something has left a branch, and where it goes on under a new id. */
export function changesOf(
  record: string,
  { id, name, from, to, endsOn }: Relocation,
  { day, newId }: { day: ReorganizationDay; newId: string },
): AuditChange[] {
  const { effectiveOn, names, decisionNumber } = day;
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

/** Opens the branches of a reorganisation; one that goes on under another name keeps its meeting place and telephone. */
export async function openSuccessors(
  { tx, actor }: CommandContext,
  opened: readonly { readonly branchId: string; readonly name: string; readonly kind: BranchKind }[],
  { effectiveOn, decisionNumber, contactOf }: ReorganizationDay & { readonly contactOf: string | null },
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(effectiveOn);
  await tx.branch.createMany({
    data: opened.map(({ branchId: id, name, kind }) => {
      return { committeeId, id, name, kind, sortKey: collationKey(name), startsOn, decisionNumber };
    }),
  });
  const contact = contactOf && (await tx.branchContact.findFirst({ where: { committeeId, branchId: contactOf } }));
  const [phone, meetingPlace] = contact ? [contact.phone, contact.meetingPlace] : [null, null];
  await tx.branchContact.createMany({
    data: opened.map(({ branchId }) => ({ committeeId, branchId, phone, meetingPlace })),
  });
  return opened.map(({ branchId, name, kind }) => {
    const after = { name, kind, startsOn: effectiveOn, decisionNumber };
    return { record: "Branch", recordId: branchId, before: null, after };
  });
}

/** Ends offices of branches, and goes on with those that a successor has. */
export async function moveOffices(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const where = { committeeId: actor.committeeId, id: { in: moves.map((move) => move.id) } };
  const rows = await tx.branchOffice.findMany({ where });
  const written = await tx.branchOffice.updateMany({
    where: { AND: [where, lastingAfter(day.effectiveOn)] },
    data: { endsOn: toDbDate(day.effectiveOn), version: { increment: 1 } },
  });
  requireAll(written, moves.length);
  const begun = withNewIds(moves);
  await tx.branchOffice.createMany({
    data: begun.flatMap(({ move, newId }) => {
      const row = rows.find((one) => one.id === move.id);
      if (!row || move.to === null) return [];
      const { committeeId, memberId, kind, endsOn } = row;
      const { decisionNumber } = day;
      return [
        {
          committeeId,
          id: newId,
          branchId: move.to,
          memberId,
          kind,
          startsOn: toDbDate(day.effectiveOn),
          endsOn,
          decisionNumber,
        },
      ];
    }),
  });
  return begun.flatMap(({ move, newId }) => changesOf("BranchOffice", move, { day, newId }));
}

/** Ends what villages branches serve, and links the villages to the successors, each once. */
export async function moveVillages(
  { tx, actor }: CommandContext,
  moves: readonly Relocation[],
  day: ReorganizationDay,
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const where = { committeeId, id: { in: moves.map((move) => move.id) } };
  const rows = await tx.branchVillage.findMany({ where });
  const startsOn = toDbDate(day.effectiveOn);
  const written = await tx.branchVillage.updateMany({
    where: { AND: [where, lastingAfter(day.effectiveOn)] },
    data: { endsOn: startsOn },
  });
  requireAll(written, moves.length);
  const successors = moves.flatMap(({ to }) => (to === null ? [] : [to]));
  const links = await tx.branchVillage.findMany({
    where: { AND: [{ committeeId, branchId: { in: successors } }, lastingAfter(day.effectiveOn)] },
    select: { branchId: true, villageId: true },
  });
  const taken = new Set(links.map((link) => `${link.branchId} ${link.villageId}`));
  const begun = withNewIds(moves);
  await tx.branchVillage.createMany({
    data: begun.flatMap(({ move, newId }) => {
      const row = rows.find((one) => one.id === move.id);
      const key = `${move.to} ${row?.villageId}`;
      if (!row || move.to === null || taken.has(key)) return [];
      taken.add(key);
      return [{ committeeId, id: newId, branchId: move.to, villageId: row.villageId, startsOn, endsOn: row.endsOn }];
    }),
  });
  return begun.flatMap(({ move, newId }) => changesOf("BranchVillage", move, { day, newId }));
}

/** Closes branches from the day on. Refuses with CONFLICT one that has been closed meanwhile. */
export async function closeBranches(
  { tx, actor }: CommandContext,
  closed: readonly string[],
  { effectiveOn, names }: ReorganizationDay,
): Promise<AuditChange[]> {
  const written = await tx.branch.updateMany({
    where: { committeeId: actor.committeeId, id: { in: [...closed] }, endsOn: null },
    data: { endsOn: toDbDate(effectiveOn), version: { increment: 1 } },
  });
  requireAll(written, closed.length);
  return closed.map((id) => ({
    record: "Branch",
    recordId: id,
    before: { name: names.get(id) ?? "", lastDay: null },
    after: { name: names.get(id) ?? "", lastDay: addDays(effectiveOn, -1) },
  }));
}

/** Records which branch follows which, and by which reorganisation. */
export async function recordSuccessions(
  { tx, actor }: CommandContext,
  successions: readonly { readonly predecessorId: string; readonly successorId: string }[],
  { effectiveOn, names, reorganizationId }: ReorganizationDay & { readonly reorganizationId: string },
): Promise<AuditChange[]> {
  const key = { committeeId: actor.committeeId, takesEffectOn: toDbDate(effectiveOn), reorganizationId };
  await tx.branchSuccession.createMany({ data: successions.map((one) => ({ ...one, ...key })) });
  return successions.map(({ predecessorId, successorId }) => {
    const after = { from: names.get(predecessorId) ?? "", to: names.get(successorId) ?? "" };
    return { record: "BranchSuccession", recordId: successorId, before: null, after };
  });
}

/** Gives everything that moves the id under which it goes on. */
export function withNewIds(moves: readonly Relocation[]): { readonly move: Relocation; readonly newId: string }[] {
  return moves.map((move) => ({ move, newId: randomUUID() }));
}
