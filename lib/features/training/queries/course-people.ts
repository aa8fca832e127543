import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { CourseParticipantWhereInput, MemberWhereInput } from "@/lib/core/db/generated/models";
import { inForce, withPeriod } from "@/lib/core/period";
import { visibleTraining } from "@/lib/features/training/policy";
import type { CoursePerson } from "@/lib/features/training/rules/courses";

const stays = {
  where: { kind: "OFFICIAL" },
  orderBy: { startsOn: "asc" },
  select: { startsOn: true, endsOn: true },
} as const;

/** What a rule on courses needs to know of a person, for a `select` of a member. */
export const coursePerson = { id: true, fullName: true, memberships: stays } as const;

type PersonRow = {
  readonly id: string;
  readonly fullName: string;
  readonly memberships: readonly { startsOn: Date; endsOn: Date | null }[];
};

/** The person of a row as the rules take it. */
export function getCoursePerson({ id, fullName, memberships }: PersonRow): CoursePerson {
  return { memberId: id, name: fullName, stays: memberships.map(withPeriod) };
}

/** The members with these ids that the actor's training rights reach. */
export async function listCoursePeople(tx: Tx, actor: Actor, ids: readonly string[]): Promise<CoursePerson[]> {
  const rows = await tx.member.findMany({
    where: { AND: [{ committeeId: actor.committeeId, id: { in: [...ids] } }, getMemberScope(actor)] },
    select: coursePerson,
  });
  return rows.map(getCoursePerson);
}

/** The condition that a member's courses are the actor's to read. */
export function getMemberScope(actor: Actor): MemberWhereInput {
  const reach = visibleTraining(actor);
  if (reach.all) return {};
  const own = { kind: "OFFICIAL" as const, branchId: { in: reach.branchIds } };
  return { memberships: { some: { AND: [own, inForce(actor.today)] } } };
}

/** As `getMemberScope`, of the people in courses. */
export function getPeopleScope(actor: Actor): CourseParticipantWhereInput {
  const reach = visibleTraining(actor);
  return reach.all ? {} : { member: getMemberScope(actor) };
}

/** The official stay of a member on a day with the branch's name, for a `select`. */
export function getStayOn(on: Day) {
  return {
    where: { AND: [{ kind: "OFFICIAL" as const }, inForce(on)] },
    select: { branchId: true, branch: { select: { name: true } } },
  };
}
