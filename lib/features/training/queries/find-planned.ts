import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, yearOf } from "@/lib/core/day";
import type { PlannedPost } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEndPlan, canPlanPeople, canReadPlan } from "@/lib/features/training/policy";
import { listMembersFrom, type PeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import type { PeopleSource } from "@/lib/features/training/schema/courses";

/** For what somebody is planned. */
export type PlannedFor = {
  readonly memberId: string;
  readonly post: PlannedPost;
  readonly place: string | null;
  readonly termFrom: number;
  readonly termTo: number;
};

/** Who stands in the plan for a term that is still to come on that day; empty for who may not know of it. */
export async function listPlanned(actor: Actor, on: Day): Promise<readonly PlannedFor[]> {
  if (!canReadPlan(actor)) return [];
  return readAs(actor, async (tx) => {
    const rows = await tx.plannedPerson.findMany({
      where: { committeeId: actor.committeeId, removedOn: null, termFrom: { gt: yearOf(on) } },
      orderBy: [{ termFrom: "asc" }, { post: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { memberId: true, post: true, termFrom: true, termTo: true, branch: { select: { name: true } } },
    });
    return rows.map(({ branch, ...row }) => ({ ...row, place: branch?.name ?? null }));
  });
}

/** One person in the plan, to be taken off it. */
export type PlannedToEnd = Omit<PlannedFor, "memberId"> & {
  readonly id: string;
  readonly name: string;
  readonly decidedOn: Day;
  readonly version: number;
};

/** Somebody who stands in the plan. Refuses with NOT_FOUND who may not know of it, with FORBIDDEN who may not change it. */
export async function getPlannedToEnd(actor: Actor, id: string): Promise<PlannedToEnd> {
  if (!canReadPlan(actor)) throw notFound();
  return readAs(actor, async (tx) => {
    const row = await tx.plannedPerson.findFirst({
      where: { committeeId: actor.committeeId, id, removedOn: null },
      relationLoadStrategy: "join",
      include: { member: { select: { fullName: true } }, branch: { select: { name: true } } },
    });
    if (!row) throw notFound();
    authorize(canEndPlan(actor));
    const { member, branch, post, termFrom, termTo, version } = row;
    const name = member.fullName;
    return {
      id,
      name,
      post,
      place: branch?.name ?? null,
      termFrom,
      termTo,
      decidedOn: fromDbDate(row.decidedOn),
      version,
    };
  });
}

/** The branches of today, and the members of one of them or of a group of office holders. Refuses as `getPlannedToEnd` does. */
export async function listPeopleToPlan(actor: Actor, from: PeopleSource): Promise<PeopleToSend> {
  if (!canReadPlan(actor)) throw notFound();
  authorize(canPlanPeople(actor));
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => ({
    branches: await tx.branch.findMany({
      where: { AND: [{ committeeId }, inForce(today)] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
    people: await listMembersFrom(tx, actor, { from, on: today }),
  }));
}
