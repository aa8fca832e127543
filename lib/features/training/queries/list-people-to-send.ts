import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MemberWhereInput } from "@/lib/core/db/generated/models";
import { authorize, notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canKeepCourse, canListTraining } from "@/lib/features/training/policy";
import { getStayOn } from "@/lib/features/training/queries/course-people";
import { MOST_SENT, type OfficeGroup, type PeopleSource } from "@/lib/features/training/schema/courses";

/** Who can be sent to a course from a group or a branch. */
export type PeopleToSend = {
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  /** By given name, as many as one form takes; empty until somebody is asked for. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly branch: string }[];
};

/**
 * The branches of the first day of a course, and the members from one of them or from a group of office holders who are not in
 * the course yet. Refuses with NOT_FOUND a course that is not there, with FORBIDDEN who sends nobody.
 */
export function listPeopleToSend(actor: Actor, courseId: string, from: PeopleSource): Promise<PeopleToSend> {
  if (!canListTraining(actor)) throw notFound();
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const course = await tx.trainingCourse.findFirst({
      where: { committeeId, id: courseId },
      select: { startsOn: true },
    });
    if (!course) throw notFound();
    authorize(canKeepCourse(actor));
    const on = fromDbDate(course.startsOn);
    const branches = await tx.branch.findMany({
      where: { AND: [{ committeeId }, inForce(on)] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    const people = await listMembersFrom(tx, actor, { from, on, but: { courses: { some: { courseId } } } });
    return { branches, people };
  });
}

/** The members of a day from a branch or group, as many as one form takes, but for those whom `but` tells; nobody unasked. */
export async function listMembersFrom(
  tx: Tx,
  { committeeId }: Actor,
  { from, on, but }: { readonly from: PeopleSource; readonly on: Day; readonly but?: MemberWhereInput },
): Promise<PeopleToSend["people"]> {
  if (from === null) return [];
  const rows = await tx.member.findMany({
    where: {
      AND: [
        { committeeId },
        but ? { NOT: but } : {},
        { memberships: { some: { AND: [{ kind: "OFFICIAL" }, inForce(on)] } } },
        sourceOn(from, on),
      ],
    },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    take: MOST_SENT,
    relationLoadStrategy: "join",
    select: { id: true, fullName: true, memberships: getStayOn(on) },
  });
  return rows.map(({ id, fullName, memberships }) => ({
    id,
    name: fullName,
    branch: memberships[0]?.branch.name ?? "",
  }));
}

function sourceOn(from: NonNullable<PeopleSource>, on: Day): MemberWhereInput {
  const groups: Readonly<Record<OfficeGroup, MemberWhereInput>> = {
    BRANCH_SECRETARIES: { branchOffices: { some: { AND: [{ kind: "SECRETARY" }, inForce(on)] } } },
    BRANCH_COMMITTEES: { branchOffices: { some: inForce(on) } },
    PARTY_COMMITTEE: {
      committeeOffices: {
        some: { AND: [{ kind: { in: ["SECRETARY", "DEPUTY", "STANDING_MEMBER", "MEMBER"] } }, inForce(on)] },
      },
    },
  };
  switch (from) {
    case "BRANCH_SECRETARIES":
    case "BRANCH_COMMITTEES":
    case "PARTY_COMMITTEE":
      return groups[from];
    default:
      return { memberships: { some: { AND: [{ kind: "OFFICIAL", branchId: from }, inForce(on)] } } };
  }
}
