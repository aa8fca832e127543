import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { listCalled } from "@/lib/features/meetings/queries/called";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import { isShortNotice, standingOf } from "@/lib/features/meetings/rules";
import { findMeetingRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Who is invited to a meeting, by given name, exempt members apart; the members of the committee in charge of the branch that day,
 * and whether the invitation left fewer days than the rules of that day ask for. A body has nobody in charge of it, and HD 42 says
 * nothing of the notice it is given.
 */
export type Invitation = {
  readonly members: readonly string[];
  readonly exempt: readonly string[];
  readonly inCharge: readonly string[];
  readonly notice: { readonly days: number; readonly isConfirmed: boolean; readonly isShort: boolean } | null;
};

/** The invitation to a meeting that the reader sees; null where nobody was invited and nobody can be any more. */
export async function findInvitation(actor: Actor, meeting: MeetingView): Promise<Invitation | null> {
  const { branchId, heldOn, invitedOn, can } = meeting;
  if (invitedOn === null && !can.invite) return null;
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const members = await listCalled(tx, actor, meeting);
    const named = (of: "CALLED" | "EXEMPT") => members.filter((one) => standingOf(one) === of).map(({ name }) => name);
    if (branchId === null) return { members: named("CALLED"), exempt: [], inCharge: [], notice: null };
    const assigned = await tx.assignment.findMany({
      where: { AND: [{ committeeId, branchId }, inForce(heldOn)] },
      orderBy: [{ role: "asc" }, { member: { sortKey: "asc" } }],
      relationLoadStrategy: "join",
      select: { member: { select: { fullName: true } } },
    });
    const rules = await findMeetingRulesOn(tx, committeeId, heldOn);
    const days = rules?.parameters.noticeDays;
    return {
      members: named("CALLED"),
      exempt: named("EXEMPT"),
      inCharge: assigned.map(({ member }) => member.fullName),
      notice: days
        ? {
            days: days.value,
            isConfirmed: days.certainty === "CONFIRMED",
            isShort: isShortNotice(invitedOn ?? actor.today, heldOn, days.value),
          }
        : null,
    };
  });
}
