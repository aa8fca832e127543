import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { addDays, toDbDate } from "@/lib/core/day";
import type { BranchKind } from "@/lib/core/db/generated/enums";
import { collationKey } from "@/lib/core/text/sort-key";
import { type ReorganizationDay, requireAll } from "@/lib/features/organization/commands/relocation";

/**
 * Opens the branches of a reorganisation; one that goes on from another under another name keeps its meeting place and telephone,
 * and counts as set up when that one was.
 */
export async function openSuccessors(
  { tx, actor }: CommandContext,
  opened: readonly { readonly branchId: string; readonly name: string; readonly kind: BranchKind }[],
  { effectiveOn, decisionNumber, goesOnFrom }: ReorganizationDay & { readonly goesOnFrom: string | null },
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const startsOn = toDbDate(effectiveOn);
  const former = goesOnFrom
    ? await tx.branch.findFirst({ where: { committeeId, id: goesOnFrom }, include: { contact: true } })
    : null;
  const establishedOn = former && (former.establishedOn ?? former.startsOn);
  await tx.branch.createMany({
    data: opened.map(({ branchId: id, name, kind }) => {
      return { committeeId, id, name, kind, sortKey: collationKey(name), startsOn, establishedOn, decisionNumber };
    }),
  });
  const phone = former?.contact?.phone ?? null;
  const meetingPlace = former?.contact?.meetingPlace ?? null;
  await tx.branchContact.createMany({
    data: opened.map(({ branchId }) => ({ committeeId, branchId, phone, meetingPlace })),
  });
  return opened.map(({ branchId, name, kind }) => {
    const after = { name, kind, startsOn: effectiveOn, decisionNumber };
    return { record: "Branch", recordId: branchId, before: null, after };
  });
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
