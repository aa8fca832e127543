import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { inForce } from "@/lib/core/period";
import type { LoadedMeeting } from "@/lib/features/meetings/commands/load-meeting";
import { nextNumber } from "@/lib/features/meetings/rules/number";

/** A number of minutes and the term, of the branch or of the committee, in which it was given; all null where there is none. */
export type GivenNumber = Pick<LoadedMeeting, "number" | "termId" | "committeeTermId">;

const NONE: GivenNumber = { number: null, termId: null, committeeTermId: null };

/**
 * The number of minutes in the term that was in force on the day of the meeting, of the branch or, for each body of the committee in
 * its own line, of the committee; none where no term is on record. Who
 * takes one first has it: the next one waits until that is committed, and goes on from there.
 */
export async function takeNumber({ tx, actor }: CommandContext, meeting: LoadedMeeting): Promise<GivenNumber> {
  const { committeeId } = actor;
  const { branchId, body, heldOn } = meeting;
  const term =
    branchId === null
      ? await tx.term.findFirst({ where: { AND: [{ committeeId }, inForce(heldOn)] }, select: { id: true } })
      : await tx.branchTerm.findFirst({
          where: { AND: [{ committeeId, branchId }, inForce(heldOn)] },
          select: { id: true },
        });
  if (!term) return NONE;
  const given =
    branchId === null ? { termId: null, committeeTermId: term.id } : { termId: term.id, committeeTermId: null };
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`minutes number ${committeeId} ${term.id}`}))`;
  const last = await tx.meeting.findFirst({
    where: { committeeId, branchId, body, ...given },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return { number: nextNumber(last?.number ?? null), ...given };
}
