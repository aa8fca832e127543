import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { DisciplineSubject } from "@/lib/core/db/generated/enums";
import type { DisciplineWhereInput } from "@/lib/core/db/generated/models";
import { inForce, withPeriod } from "@/lib/core/period";
import { visibleDisciplines } from "@/lib/features/disciplines/policy";
import type { SubjectFacts } from "@/lib/features/disciplines/rules";
import { standingOn } from "@/lib/features/members/rules";
import { findRuleSetOn } from "@/lib/features/rule-sets/queries/rule-sets";
import { type DisciplineParameters, disciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

/** Which decisions the actor sees, in words; row level security says the same underneath. */
export function getReach(actor: Actor): DisciplineWhereInput {
  const { all, confirmed, branchIds } = visibleDisciplines(actor);
  const me = actor.memberId ?? actor.committeeId;
  const own = actor.ownBranchIds.length > 0 ? [...actor.ownBranchIds] : [actor.committeeId];
  const notMine: DisciplineWhereInput = {
    OR: [
      { memberId: null, branchId: { notIn: own } },
      { AND: [{ memberId: { not: null } }, { memberId: { not: me } }] },
    ],
  };
  return {
    OR: [
      ...(all ? [notMine] : []),
      { state: "CONFIRMED", ...(confirmed ? {} : { OR: [{ branchId: { in: [...branchIds] } }, { memberId: me }] }) },
    ],
  };
}

/** The rules on discipline in force on a day, or null where the register holds none. */
export async function findDisciplineRules(
  tx: Tx,
  actor: Actor,
  on: Day,
): Promise<{ readonly id: string; readonly document: string; readonly rules: DisciplineParameters } | null> {
  const found = await findRuleSetOn(tx, actor.committeeId, "DISCIPLINE", on);
  return found && { id: found.id, document: found.document, rules: disciplineParameters.parse(found.parameters) };
}

/** Whom a decision is about, as the register knows them on the day of the decision. */
export type Disciplined = SubjectFacts & {
  readonly memberId: string | null;
  readonly branchId: string;
  readonly name: string;
};

/**
 * The member of the branch, or the branch itself, on a day. Null where there is no such branch or person; `NOT_THEN` where the member was
 * not in that branch, or the branch not there, on that day.
 */
export async function findDisciplined(
  tx: Tx,
  { committeeId }: Actor,
  { branchId, whoId }: { readonly branchId: string; readonly whoId: string },
  on: Day,
): Promise<Disciplined | "NOT_THEN" | null> {
  if (whoId === branchId) {
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      select: { name: true, startsOn: true, endsOn: true },
    });
    if (!branch) return null;
    const isThere = branch.startsOn <= toDbDate(on) && (branch.endsOn === null || branch.endsOn > toDbDate(on));
    return isThere ? { ...of("ORGANIZATION", false), memberId: null, branchId, name: branch.name } : "NOT_THEN";
  }
  const member = await tx.member.findFirst({
    where: { committeeId, id: whoId },
    relationLoadStrategy: "join",
    select: {
      fullName: true,
      profile: { select: { officialOn: true, secondCeremonyOn: true, secondOfficialOn: true } },
      memberships: { select: { branchId: true, kind: true, endReason: true, startsOn: true, endsOn: true } },
      branchOffices: { where: inForce(on), select: { id: true } },
      committeeOffices: { where: inForce(on), select: { id: true } },
    },
  });
  if (!member?.profile) return null;
  const { officialOn, secondCeremonyOn, secondOfficialOn } = member.profile;
  const dates = {
    officialOn: fromDbDate(officialOn),
    secondCeremonyOn: fromDbDate(secondCeremonyOn),
    secondOfficialOn: fromDbDate(secondOfficialOn),
  };
  const standing = standingOn({ dates, memberships: member.memberships.map(withPeriod), statuses: [] }, on);
  if (standing.kind !== "MEMBER" || standing.branchId !== branchId) return "NOT_THEN";
  const holdsPost = member.branchOffices.length + member.committeeOffices.length > 0;
  return { ...of(standing.stage, holdsPost), memberId: whoId, branchId, name: member.fullName };
}

function of(subject: DisciplineSubject, holdsPost: boolean): SubjectFacts {
  return { subject, holdsPost };
}
