import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { inForce } from "@/lib/core/period";
import type { LoadedMeeting } from "@/lib/features/meetings/commands/load-meeting";
import { nextNumber } from "@/lib/features/meetings/rules/number";

/** A number of minutes and the term in which it was given; both null where there is none. */
export type GivenNumber =
  | { readonly number: number; readonly termId: string }
  | { readonly number: null; readonly termId: null };

const NONE = { number: null, termId: null };

/**
 * The number of minutes in the term of the branch that was in force on the day of the meeting; none where no term is on record, and
 * for a body of the committee. Who
 * takes one first has it: the next one waits until that is committed, and goes on from there.
 */
export async function takeNumber({ tx, actor }: CommandContext, meeting: LoadedMeeting): Promise<GivenNumber> {
  const { committeeId } = actor;
  const { branchId, heldOn } = meeting;
  if (branchId === null) return NONE;
  const term = await tx.branchTerm.findFirst({
    where: { AND: [{ committeeId, branchId }, inForce(heldOn)] },
    select: { id: true },
  });
  if (!term) return NONE;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`minutes number ${committeeId} ${term.id}`}))`;
  const last = await tx.meeting.findFirst({
    where: { committeeId, branchId, termId: term.id },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return { number: nextNumber(last?.number ?? null), termId: term.id };
}
