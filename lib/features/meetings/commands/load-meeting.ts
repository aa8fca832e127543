import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate, typedForm } from "@/lib/core/day";
import { authorize, notFound } from "@/lib/core/errors";
import { canKeepMinutes } from "@/lib/features/meetings/policy";
import { typedMonth } from "@/lib/features/meetings/rules";

/** A meeting as the command that changes it needs it. Refuses one that the actor does not read (NOT_FOUND) or keep (FORBIDDEN). */
export async function loadMeeting({ tx, actor }: Pick<CommandContext, "tx" | "actor">, id: string) {
  const row = await tx.meeting.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: {
      branch: { select: { name: true, startsOn: true, endsOn: true } },
      attendance: true,
      items: { orderBy: { position: "asc" } },
    },
  });
  if (!row) throw notFound();
  authorize(canKeepMinutes(actor, row.branchId));
  return { ...row, monthOn: fromDbDate(row.monthOn), heldOn: fromDbDate(row.heldOn) };
}

/** A meeting of a branch, for what only branches do at theirs. Refuses what `loadMeeting` refuses, and a meeting of a body (NOT_FOUND). */
export async function loadBranchMeeting(context: CommandContext, id: string) {
  const { branchId, branch, ...meeting } = await loadMeeting(context, id);
  if (branchId === null || branch === null) throw notFound();
  return { ...meeting, branchId, branch };
}

/** A meeting that has been loaded. */
export type LoadedMeeting = Awaited<ReturnType<typeof loadMeeting>>;

type Named = Pick<LoadedMeeting, "id" | "branchId" | "monthOn"> & {
  readonly branch: { readonly name: string } | null;
  readonly heldOn: Day;
};

/** How the audit names the meeting: by its branch and month, or, of a body, by its day. */
export function subjectOf({ id, branchId, branch, monthOn, heldOn }: Named) {
  if (branch === null) return { subject: { kind: "bodyMeeting", id, name: typedForm(heldOn) } };
  return { subject: { kind: "meeting", id, name: `${branch.name}, ${typedMonth(monthOn)}` }, branchId };
}
