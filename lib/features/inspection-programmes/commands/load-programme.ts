import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { canKeepProgramme } from "@/lib/features/inspection-programmes/policy";
import type { IssuedLine } from "@/lib/features/inspection-programmes/rules";

const columns = {
  ...{ id: true, year: true, body: true, branchId: true, state: true, issuedOn: true, version: true },
  branch: { select: { name: true } },
} as const;

/** A programme that the actor keeps. Refuses one that is not the actor's to see (NOT_FOUND) or to keep (FORBIDDEN). */
export async function loadProgramme({ tx, actor }: CommandContext, id: string) {
  const found = await tx.inspectionProgramme.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: { ...columns, lines: { select: { id: true } } },
  });
  if (!found) throw notFound();
  authorize(canKeepProgramme(actor, found));
  return { ...found, issuedOn: fromDbDate(found.issuedOn) };
}

/** A line of a programme that the actor keeps, with what may still happen to it. Refuses as `loadProgramme` does. */
export async function loadLine({ tx, actor }: CommandContext, id: string) {
  const found = await tx.programmeLine.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, mode: true, topic: true, month: true, team: true, remark: true, version: true },
      ...{ droppedOn: true, droppedReason: true, doneOn: true, doneResult: true },
      programme: { select: columns },
      subjects: { select: { memberId: true, memberName: true, branch: { select: { name: true } } } },
      cases: { where: { state: "CONCLUDED" }, select: { id: true } },
    },
  });
  if (!found) throw notFound();
  const { programme, cases } = found;
  authorize(canKeepProgramme(actor, programme));
  const issued: IssuedLine = {
    ...{ state: programme.state, issuedOn: fromDbDate(programme.issuedOn), branchId: programme.branchId },
    ...{ isDropped: found.droppedOn !== null, isDone: found.doneOn !== null, isConcluded: cases.length > 0 },
  };
  return { ...found, issued };
}

/** Counts a change of a draft's lines, so that who issues it has seen them all. Refuses one that was issued meanwhile (CONFLICT). */
export async function touchDraft({ tx, actor }: CommandContext, id: string): Promise<void> {
  const touched = await tx.inspectionProgramme.updateMany({
    where: { committeeId: actor.committeeId, id, state: "DRAFT" },
    data: { version: { increment: 1 } },
  });
  if (touched.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

/** The programme as the subject of an audit event: by its branch, or by its body whose word the reader's language has. */
export function programmeSubject(of: { readonly id: string; readonly branch: { readonly name: string } | null }) {
  return { kind: "inspectionProgramme", id: of.id, name: of.branch?.name ?? null };
}
