import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { plannedLineObstacle } from "@/lib/features/inspections/rules/planned";
import type { CaseInput } from "@/lib/features/inspections/schema";

/** A case that is written: none yet, or one with the line that it has carried out so far, who keeps out of it and who is of its team. */
export type WrittenCase = {
  readonly id: string;
  readonly programmeLineId: string | null;
  readonly recusedIds: readonly string[];
  readonly team: readonly { readonly memberId: string }[];
} | null;

/**
 * The line of a programme that a case carries out, as month and year for the trail; null out of programme. Refuses a line that is not
 * the actor's to see (NOT_FOUND), and one that does not fit or that another case known to the actor carries out (RULE).
 */
export async function plannedMonth(
  { tx, actor }: CommandContext,
  input: CaseInput,
  written: WrittenCase,
): Promise<string | null> {
  const { programmeLineId } = input;
  if (programmeLineId === null) return null;
  const line = await tx.programmeLine.findFirst({
    where: { committeeId: actor.committeeId, id: programmeLineId },
    relationLoadStrategy: "join",
    select: {
      ...{ mode: true, month: true, droppedOn: true },
      programme: { select: { year: true, state: true, branchId: true } },
      cases: { select: { id: true } },
    },
  });
  if (!line) throw notFound();
  const { mode, month, programme } = line;
  const isItsOwn = written?.programmeLineId === programmeLineId;
  requireNoObstacle(
    plannedLineObstacle(
      {
        ...{ mode, year: programme.year, isIssued: programme.state === "ISSUED" },
        ...{ isOfBranch: programme.branchId !== null, isDropped: line.droppedOn !== null && !isItsOwn },
        isTaken: line.cases.some(({ id }) => id !== written?.id),
      },
      input,
    ),
  );
  return `${String(month).padStart(2, "0")}/${programme.year}`;
}

/** Refuses to conclude a case whose line a concluded one has carried out meanwhile (RULE). */
export async function requireLineFree({ tx, actor }: CommandContext, of: NonNullable<WrittenCase>): Promise<void> {
  const { id, programmeLineId } = of;
  if (programmeLineId === null) return;
  const other = await tx.inspection.findFirst({
    where: { committeeId: actor.committeeId, programmeLineId, state: "CONCLUDED", id: { not: id } },
    select: { id: true },
  });
  requireNoObstacle(other ? { reason: "inspections.errors.lineConcluded" } : null);
}
