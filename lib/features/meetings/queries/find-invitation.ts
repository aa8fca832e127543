import "server-only";
import type { Actor } from "@/lib/core/actor";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import { isShortNotice, standingOf } from "@/lib/features/meetings/rules";
import { findMeetingRulesOn } from "@/lib/features/rule-sets/queries/rule-sets";
import { listVoters } from "@/lib/features/votes/queries/voters";

/**
 * Who is invited to a meeting, by given name, exempt members apart; the members of the committee in charge of the branch that day,
 * and whether the invitation left fewer days than the rules of that day ask for.
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
    const members = await listVoters(tx, branchId, heldOn);
    const named = (of: "CALLED" | "EXEMPT") => members.filter((one) => standingOf(one) === of).map(({ name }) => name);
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
