import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { InspectionWhereInput } from "@/lib/core/db/generated/models";
import { canFollowUpCases } from "@/lib/features/inspections/policy";
import { getSubjectScope } from "@/lib/features/inspections/queries/inspection-scope";

/** The concluded cases whose remedies the actor follows: opened by the actor or with the actor in the team, neither about the actor nor kept out of by the actor. Null for who follows none. */
export function getOwnCaseScope(actor: Actor): InspectionWhereInput | null {
  if (!canFollowUpCases(actor) || actor.accountId === null) return null;
  const { committeeId, accountId, memberId } = actor;
  const isInTeam = memberId === null ? [] : [{ team: { some: { memberId } } }];
  const hand = { OR: [{ openedById: accountId }, ...isInTeam] };
  const isKeptOut = memberId === null ? [] : [{ recusedIds: { has: memberId } }];
  return {
    AND: [{ committeeId, state: "CONCLUDED", subjects: { none: getSubjectScope(actor) } }, hand, { NOT: isKeptOut }],
  };
}

/** Whether the record is such a case; false where none is named. */
export async function findIsOwnCase(tx: Tx, actor: Actor, inspectionId: string | null): Promise<boolean> {
  const scope = inspectionId === null ? null : getOwnCaseScope(actor);
  if (scope === null || inspectionId === null) return false;
  const found = await tx.inspection.findFirst({
    where: { AND: [{ id: inspectionId }, scope] },
    select: { id: true },
  });
  return found !== null;
}
