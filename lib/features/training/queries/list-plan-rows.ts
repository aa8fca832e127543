import "server-only";
import type { Actor } from "@/lib/core/actor";
import { partialDay } from "@/lib/core/day/partial-day";
import type { Tx } from "@/lib/core/db/context";
import type { PlannedPersonWhereInput } from "@/lib/core/db/generated/models";
import { getStayOn } from "@/lib/features/training/queries/course-people";

/** The rows behind a plan, without those who were taken off it, by post and given name. */
export async function listPlanRows(tx: Tx, { committeeId, today }: Actor, where: PlannedPersonWhereInput) {
  const rows = await tx.plannedPerson.findMany({
    where: { AND: [{ committeeId, removedOn: null }, where] },
    orderBy: [{ post: "asc" }, { branch: { sortKey: "asc" } }, { member: { sortKey: "asc" } }, { id: "asc" }],
    relationLoadStrategy: "join",
    include: {
      branch: { select: { name: true } },
      member: {
        select: {
          fullName: true,
          sex: true,
          profile: { select: { birthOn: true, theoryLevel: true } },
          memberships: getStayOn(today),
          courses: { where: { result: "PASSED" }, select: { course: { select: { kind: true } } } },
          ratings: {
            where: { state: "DECIDED", supersededById: null, round: { quarter: null } },
            select: { level: true, round: { select: { year: true } } },
          },
        },
      },
    },
  });
  return rows.map((row) => ({ ...row, birthOn: row.member.profile && partialDay(row.member.profile.birthOn) }));
}

/** One row of a plan. */
export type PlanRow = Awaited<ReturnType<typeof listPlanRows>>[number];
